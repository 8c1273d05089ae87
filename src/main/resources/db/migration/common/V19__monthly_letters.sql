-- Where a person is written to; blank: nowhere.
alter table app_user add column email varchar(200);

-- To whom the figures of which month were sent, so that nobody gets them twice. sent_at is UTC; blank between the claim and
-- the sending, and for good if the program stopped in between. Owned by printing.
create table monthly_letter (
    username    varchar(80) not null,
    in_month    date        not null,
    claimed_at  datetime(3) not null,
    sent_at     datetime(3),
    primary key (username, in_month),
    constraint monthly_letter_user foreign key (username) references app_user (username)
);
