-- What customers were heard to say, before and after somebody made something of it. Owned by listening. state: open,
-- turned (into preferences), aside (nothing to keep; settled_why says why). heard_by is a user; heard_at is UTC.
create table heard (
    code         varchar(40)  not null primary key,
    customer     varchar(40)  not null,
    words        text         not null,
    said_by      varchar(200),
    heard_by     varchar(80)  not null,
    heard_at     datetime(3)  not null,
    channel      varchar(12)  not null,
    visit        varchar(40),
    state        varchar(12)  not null,
    settled_by   varchar(80),
    settled_at   datetime(3),
    settled_why  text,
    op_id        varchar(64)  not null,
    version      int          not null default 0,
    constraint heard_once unique (op_id),
    constraint heard_customer foreign key (customer) references customer (code),
    constraint heard_visit foreign key (visit) references visit (code)
);
create index heard_inbox on heard (state, heard_at);
create index heard_of_customer on heard (customer, state);

-- Which preferences were made of a sentence.
create table heard_preference (
    heard       varchar(40) not null,
    preference  varchar(40) not null,
    primary key (heard, preference),
    constraint heard_preference_heard foreign key (heard) references heard (code),
    constraint heard_preference_preference foreign key (preference) references preference (code)
);

-- Wishes about who a technician is, kept as declined. Nothing that assigns, searches, plans, exports or draws a board
-- reads this table; only managers do.
create table restricted_wish (
    code        varchar(40)  not null primary key,
    customer    varchar(40)  not null,
    words       text         not null,
    about       varchar(80)  not null,
    told        text         not null,
    said_by     varchar(200),
    heard_by    varchar(80)  not null,
    heard_at    datetime(3)  not null,
    channel     varchar(12)  not null,
    op_id       varchar(64)  not null,
    constraint restricted_wish_once unique (op_id),
    constraint restricted_wish_customer foreign key (customer) references customer (code)
);
create index restricted_wish_of_customer on restricted_wish (customer, heard_at);

-- The lawful reason of a preference "never this technician". approved_by stands from the second one of a customer on.
create table exclusion_reason (
    preference   varchar(40) not null primary key,
    reason       varchar(24) not null,
    note         text,
    stated_by    varchar(80) not null,
    stated_at    datetime(3) not null,
    approved_by  varchar(80),
    approved_at  datetime(3),
    constraint exclusion_reason_preference foreign key (preference) references preference (code)
);
