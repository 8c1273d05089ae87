-- What the checks said last, kept so that a board of thousands of visits opens at once. Owned by flags; rewritten in the
-- transaction of every change that can alter it. Lights: 0 green, 1 amber, 2 red.
create table flag (
    visit    varchar(40) not null,
    side     varchar(12) not null,
    kind     varchar(20) not null,
    code     varchar(40) not null default '',
    outcome  varchar(12) not null,
    level    varchar(12) not null,
    message  text        not null,
    short_message varchar(200) not null,
    primary key (visit, side, kind, code),
    constraint flag_visit foreign key (visit) references visit (code)
);

-- recheck_at: the moment (UTC) from which the clock alone can change the lights (NOTICE); blank when it cannot.
create table verdict (
    visit            varchar(40)  not null primary key,
    customer_light   smallint     not null,
    company_light    smallint     not null,
    promises_due     smallint     not null,
    promises_broken  smallint     not null,
    reason           varchar(200),
    recheck_at       datetime(3),
    constraint verdict_visit foreign key (visit) references visit (code)
);
create index verdict_recheck on verdict (recheck_at);

-- Locks. A row is made on demand and held from the first statement of a change to its end, always in the order
-- technician_day, run_day, customer, office_sequence, and by key within each: no overlap and no deadlock.
create table technician_day (
    technician  varchar(40) not null,
    on_date     date        not null,
    primary key (technician, on_date)
);
create table run_day (
    route    varchar(40) not null,
    on_date  date        not null,
    primary key (route, on_date)
);

-- Held by the import of a bundle for each office it writes to ('' for the whole company): a second one is told.
create table import_lock (
    office  varchar(40) not null primary key
);

-- The outbox: id is the board's sequence number. office_sequence is locked last and names the newest event of an office,
-- so the events of one office become visible in the order of their ids.
create table board_event (
    id      bigint      not null auto_increment primary key,
    office  varchar(40) not null,
    at      datetime(3) not null,
    kind    varchar(24) not null,
    visit   varchar(40),
    actor   varchar(80) not null,
    op_id   varchar(64)
);
create index board_event_of_office on board_event (office, id);
create table office_sequence (
    office         varchar(40) not null primary key,
    last_event_id  bigint      not null default 0,
    constraint office_sequence_office foreign key (office) references office (code)
);

-- A write that comes twice is answered twice and done once.
create table write_receipt (
    op_id         varchar(64) not null primary key,
    actor         varchar(80) not null,
    command_hash  char(64)    not null,
    answer        text        not null,
    at            datetime(3) not null
);
create index write_receipt_at on write_receipt (at);

-- Same transaction as the change. The hash columns are filled when the chain lands.
create table audit_entry (
    id             bigint      not null auto_increment primary key,
    at             datetime(3) not null,
    actor          varchar(80) not null,
    office         varchar(40),
    action         varchar(40) not null,
    subject_kind   varchar(20) not null,
    subject        varchar(80) not null,
    before_text    text,
    after_text     text,
    why            text,
    op_id          varchar(64),
    previous_hash  char(64),
    hash           char(64)
);
create index audit_of_subject on audit_entry (subject_kind, subject, id);
create index audit_of_office on audit_entry (office, id);
