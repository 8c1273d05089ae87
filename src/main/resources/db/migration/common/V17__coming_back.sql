-- Which agreements a cancellation ended, and when they would have ended without it (blank: they went on). Owned by listening,
-- as all of this. Moments are UTC; names of users are usernames.
create table cancellation_agreement (
    cancellation  varchar(40) not null,
    agreement     varchar(40) not null,
    would_end_on  date,
    primary key (cancellation, agreement),
    constraint cancellation_agreement_cancellation foreign key (cancellation) references cancellation (code),
    constraint cancellation_agreement_agreement foreign key (agreement) references agreement (code)
);

-- That a customer who had cancelled came back: their words, and whether what they had goes on as it was or is asked anew.
-- cancellation is blank for those who had cancelled before this console knew of it.
create table reopening (
    code         varchar(40)  not null primary key,
    customer     varchar(40)  not null,
    cancellation varchar(40),
    words        text         not null,
    as_it_was    boolean      not null,
    visits       int          not null,
    reopened_by  varchar(80)  not null,
    reopened_at  datetime(3)  not null,
    op_id        varchar(64)  not null,
    constraint reopening_once unique (op_id),
    constraint reopening_of_cancellation unique (cancellation),
    constraint reopening_customer foreign key (customer) references customer (code),
    constraint reopening_cancellation foreign key (cancellation) references cancellation (code)
);
create index reopening_of_customer on reopening (customer, reopened_at);
