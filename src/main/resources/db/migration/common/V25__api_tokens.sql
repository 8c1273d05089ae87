-- What a person's programs show instead of a password: only its hash. Owned by security.
-- Moments are UTC; names of users are usernames.
create table api_token (
    id           bigint      not null auto_increment primary key,
    username     varchar(80) not null,
    name         varchar(80) not null,
    token_hash   varchar(64) not null,
    made_at      datetime(3) not null,
    last_used_at datetime(3),
    constraint api_token_once unique (token_hash),
    constraint api_token_named unique (username, name),
    constraint api_token_user foreign key (username) references app_user (username)
);

-- The name of the token through which a change came; null when the person was there themselves.
alter table audit_entry add column token varchar(80);
