-- More is counted of each visit; see V11. drive_metres: in a straight line from the stop before. paid_minutes: the visit's
-- part of the technician's shift. redone: missed, and made good soon after. called_back: somebody had to come again soon.
alter table tally_visit add column (
    drive_metres    int      default 0 not null,
    paid_minutes    int      default 0 not null,
    rotation_due    smallint default 0 not null,
    rotation_kept   smallint default 0 not null,
    redone          smallint default 0 not null,
    agreed          smallint default 0 not null,
    called_back     smallint default 0 not null,
    window_arrived  smallint default 0 not null
);
alter table tally_day add column (
    drive_metres    bigint   default 0 not null,
    paid_minutes    int      default 0 not null,
    rotation_due    int      default 0 not null,
    rotation_kept   int      default 0 not null,
    redone          int      default 0 not null,
    agreed          int      default 0 not null,
    called_back     int      default 0 not null,
    window_arrived  int      default 0 not null
);
alter table tally_month add column (
    drive_metres    bigint   default 0 not null,
    paid_minutes    int      default 0 not null,
    rotation_due    int      default 0 not null,
    rotation_kept   int      default 0 not null,
    redone          int      default 0 not null,
    agreed          int      default 0 not null,
    called_back     int      default 0 not null,
    window_arrived  int      default 0 not null
);

-- The page reads the months of offices beside those of all their technicians and routes.
create index tally_month_of_kind on tally_month (kind, office, in_month);

-- What was counted before has none of it: every office is counted again.
update tally_state set seen_event = -1, mark = '';

-- The region an office is compared in; offices without a row have none.
create table office_region (
    office  varchar(40) not null primary key,
    region  varchar(80) not null,
    constraint office_region_office foreign key (office) references office (code)
);
