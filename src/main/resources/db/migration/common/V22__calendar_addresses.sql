-- The private address under which a technician's own calendar reads their visits: only its hash. Owned by security.
-- Moments are UTC; names of users are usernames.
create table calendar_address (
    username   varchar(80) not null primary key,
    token_hash varchar(64) not null,
    made_at    datetime(3) not null,
    constraint calendar_address_once unique (token_hash),
    constraint calendar_address_user foreign key (username) references app_user (username)
);
