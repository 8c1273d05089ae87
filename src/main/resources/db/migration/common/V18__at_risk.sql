-- Of the promises a visit broke: those about what the customer lets go of last, by the order they gave. Everything is
-- counted again once, so that what was counted before has it too.
alter table tally_visit add column dearest_broken smallint not null default 0;
alter table tally_day add column dearest_broken int not null default 0;
alter table tally_month add column dearest_broken int not null default 0;
update tally_state set seen_event = -1, mark = '' where office <> '';
