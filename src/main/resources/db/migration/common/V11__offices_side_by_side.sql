-- What the comparison of offices is counted from. Owned by comparison; everything here can be counted again from the
-- record (./dorothy rollup). Days and months are those of the customer's office.

-- One row for each visit that was done or missed. version is the visit's when it was counted; at_minute orders a day
-- (-1: no time). Each further column counts something about the one visit.
create table tally_visit (
    visit               varchar(40) not null primary key,
    version             int         not null,
    customer            varchar(40) not null,
    office              varchar(40) not null,
    technician          varchar(40) not null,
    route               varchar(40) not null,
    on_day              date        not null,
    at_minute           smallint    not null,
    visits              smallint    not null,
    missed              smallint    not null,
    promises_due        smallint    not null,
    promises_broken     smallint    not null,
    promises_consented  smallint    not null,
    person_due          smallint    not null,
    person_kept         smallint    not null,
    later_visits        smallint    not null,
    surprises           smallint    not null,
    day_matters_due     smallint    not null,
    day_matters_on      smallint    not null,
    day_other_due       smallint    not null,
    day_other_on        smallint    not null,
    window_due          smallint    not null,
    window_kept         smallint    not null,
    protocol_flags      smallint    not null,
    protocol_visits     smallint    not null,
    overrides           smallint    not null,
    drives              smallint    not null,
    drive_minutes       smallint    not null
);
create index tally_visit_of_office on tally_visit (office, on_day);
create index tally_visit_of_customer on tally_visit (customer, on_day);

-- One row for each customer. mark changes with whatever the customer's visits are judged by; wishes lists what was heard
-- from them by month: 2025-03:2:1 is two wishes heard in March, of which one was declined and the customer told.
create table tally_customer (
    customer      varchar(40)    not null primary key,
    office        varchar(40)    not null,
    since_on      date,
    ended_on      date,
    annual_value  decimal(14, 2) not null,
    wishes        text           not null,
    mark          varchar(120)   not null
);
create index tally_customer_of_office on tally_customer (office, ended_on);

-- Sums of the visits' counts by office, technician, route and day; blank technician or route: none.
create table tally_day (
    office              varchar(40) not null,
    on_day              date        not null,
    technician          varchar(40) not null,
    route               varchar(40) not null,
    visits              int         not null,
    missed              int         not null,
    promises_due        int         not null,
    promises_broken     int         not null,
    promises_consented  int         not null,
    person_due          int         not null,
    person_kept         int         not null,
    later_visits        int         not null,
    surprises           int         not null,
    day_matters_due     int         not null,
    day_matters_on      int         not null,
    day_other_due       int         not null,
    day_other_on        int         not null,
    window_due          int         not null,
    window_kept         int         not null,
    protocol_flags      int         not null,
    protocol_visits     int         not null,
    overrides           int         not null,
    drives              int         not null,
    drive_minutes       int         not null,
    primary key (office, on_day, technician, route)
);

-- The days of a month by office (kind office, blank code), by technician and by route. A technician-day is a day on which
-- a technician did at least one visit there; technician_day_squares sums the squares of their visits on such days.
create table tally_month (
    office                  varchar(40) not null,
    in_month                 date        not null,
    kind                    varchar(12) not null,
    code                    varchar(40) not null,
    visits                  int         not null,
    missed                  int         not null,
    promises_due            int         not null,
    promises_broken         int         not null,
    promises_consented      int         not null,
    person_due              int         not null,
    person_kept             int         not null,
    later_visits            int         not null,
    surprises               int         not null,
    day_matters_due         int         not null,
    day_matters_on          int         not null,
    day_other_due           int         not null,
    day_other_on            int         not null,
    window_due              int         not null,
    window_kept             int         not null,
    protocol_flags          int         not null,
    protocol_visits         int         not null,
    overrides               int         not null,
    drives                  int         not null,
    drive_minutes           int         not null,
    technician_days         int         not null,
    technician_day_squares  bigint      not null,
    primary key (office, in_month, kind, code)
);

-- Sums over the customers of an office. Of continuity: over the twelve months that end with this one. Shares are summed
-- in millionths, values in cents, so that sums stay exact whatever is taken out and put in.
create table tally_standing (
    office             varchar(40) not null,
    in_month            date        not null,
    served             bigint      not null,
    faces              bigint      not null,
    regulars           bigint      not null,
    usual_provider     bigint      not null,
    bice_boxerman      bigint      not null,
    sequential         bigint      not null,
    asked              bigint      not null,
    started            bigint      not null,
    started_value      bigint      not null,
    ended              bigint      not null,
    ended_value        bigint      not null,
    ended_after_break  bigint      not null,
    wishes             bigint      not null,
    declined_told      bigint      not null,
    primary key (office, in_month)
);

-- How far each office is counted: the number of the newest change that is in it, and what its register looked like. The
-- row '' is the lock: one counts at a time. checked_at and trouble are of the nightly recount, in UTC.
create table tally_state (
    office      varchar(40)  not null primary key,
    seen_event  bigint       not null default 0,
    mark        varchar(120) not null default '',
    checked_at  datetime(3),
    trouble     text
);

-- What an office wants a figure to reach; in the figure's own measure, a share is 0 to 1.
create table office_target (
    office   varchar(40) not null,
    figure   varchar(40) not null,
    target   double      not null,
    primary key (office, figure),
    constraint office_target_office foreign key (office) references office (code)
);

create index preference_unanswered on preference (answer, customer);
