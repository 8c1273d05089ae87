-- Of each visit that did not keep a promise: what it came of, and whether another assignment would have kept it, as the
-- checks said when they were last asked. Owned by comparison; everything here can be worked out again from the record.
-- mark changes with whatever the answer depends on. broken is what tally_visit counted as broken, avoidable how much of it
-- another assignment would have kept, found the answer itself as JSON.
create table break_judgement (
    visit       varchar(40) not null primary key,
    office      varchar(40) not null,
    customer    varchar(40) not null,
    technician  varchar(40) not null,
    route       varchar(40) not null,
    on_day      date        not null,
    mark        varchar(40) not null,
    broken      int         not null,
    avoidable   int         not null,
    found       text        not null
);
create index break_judgement_of_office on break_judgement (office, on_day);
create index break_judgement_of_customer on break_judgement (customer, on_day);

-- Sums of it by month, as tally_month has them: by office (blank code), by technician and by route.
create table break_month (
    office     varchar(40) not null,
    in_month   date        not null,
    kind       varchar(12) not null,
    code       varchar(40) not null,
    judged     int         not null,
    avoidable  int         not null,
    primary key (office, in_month, kind, code)
);

-- How far the background work is. looked: what the office looked like when all its breaks were gone through last. The row
-- '' is the lock: one writes at a time.
create table break_state (
    office  varchar(40)  not null primary key,
    looked  varchar(400) not null default ''
);
