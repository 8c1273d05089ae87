-- When a customer was asked whether what is written down still holds, and what came of it. Owned by listening, as all of
-- this. Moments are UTC; names of users are usernames.
create table asked (
    id          bigint       not null auto_increment primary key,
    customer    varchar(40)  not null,
    preference  varchar(40),
    outcome     varchar(12)  not null,
    note        text,
    asked_by    varchar(80)  not null,
    asked_at    datetime(3)  not null,
    constraint asked_customer foreign key (customer) references customer (code),
    constraint asked_preference foreign key (preference) references preference (code)
);
create index asked_of_customer on asked (customer, asked_at);
create index preference_to_review on preference (review_on);

-- What somebody wants to know from a customer when they are next seen or on the phone; one question for a customer.
create table ask_next_time (
    customer  varchar(40)  not null primary key,
    question  text         not null,
    set_by    varchar(80)  not null,
    set_at    datetime(3)  not null,
    constraint ask_next_time_customer foreign key (customer) references customer (code)
);

-- The people of a customer that is a business, and whose wish a preference is. left_on: they are no longer there.
create table contact (
    code      varchar(40)   not null primary key,
    customer  varchar(40)   not null,
    name      varchar(200)  not null,
    position  varchar(200),
    phone     varchar(200),
    email     varchar(200),
    left_on   date,
    version   int           not null default 0,
    constraint contact_customer foreign key (customer) references customer (code)
);
create table preference_contact (
    preference  varchar(40) not null primary key,
    contact     varchar(40) not null,
    constraint preference_contact_preference foreign key (preference) references preference (code),
    constraint preference_contact_contact foreign key (contact) references contact (code)
);

-- That a customer, or one agreement of theirs, was cancelled: their words, what we had broken by then, and whom they would
-- write to (blank: nobody). read_by: the branch manager who has looked at it.
create table cancellation (
    code          varchar(40)   not null primary key,
    customer      varchar(40)   not null,
    agreement     varchar(40),
    words         text          not null,
    last_day      date          not null,
    breaks        int           not null,
    avoidable     int           not null,
    visits        int           not null,
    writes_to     varchar(200),
    cancelled_by  varchar(80)   not null,
    cancelled_at  datetime(3)   not null,
    read_by       varchar(80),
    read_at       datetime(3),
    op_id         varchar(64)   not null,
    constraint cancellation_once unique (op_id),
    constraint cancellation_customer foreign key (customer) references customer (code),
    constraint cancellation_agreement foreign key (agreement) references agreement (code)
);
create index cancellation_inbox on cancellation (read_at, cancelled_at);

-- The employer keeps a technician away from a customer, for the technician's safety. The reason is for branch managers
-- alone; whatever assigns reads only who is not sent where.
create table safety_block (
    code        varchar(40)  not null primary key,
    customer    varchar(40)  not null,
    technician  varchar(40)  not null,
    reason      text         not null,
    set_by      varchar(80)  not null,
    set_at      datetime(3)  not null,
    lifted_by   varchar(80),
    lifted_at   datetime(3),
    lifted_why  text,
    constraint safety_block_customer foreign key (customer) references customer (code),
    constraint safety_block_technician foreign key (technician) references technician (code)
);
create index safety_block_of_customer on safety_block (customer, lifted_at);
