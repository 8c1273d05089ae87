create table app_user (
    username       varchar(80)  not null primary key,
    name           varchar(200) not null,
    password_hash  varchar(300) not null,
    technician     varchar(40),
    enabled        boolean      not null default true,
    version        int          not null default 0,
    constraint app_user_technician foreign key (technician) references technician (code)
);
create table app_user_role (
    username  varchar(80) not null,
    role      varchar(20) not null,
    primary key (username, role),
    constraint app_user_role_user foreign key (username) references app_user (username)
);
-- An administrator sees every office; everybody else the ones named here.
create table app_user_office (
    username  varchar(80) not null,
    office    varchar(40) not null,
    primary key (username, office),
    constraint app_user_office_user foreign key (username) references app_user (username),
    constraint app_user_office_office foreign key (office) references office (code)
);
-- The one-time link of the first start; only its hash is kept.
create table setup_link (
    token_hash  char(64)    not null primary key,
    made_at     datetime(3) not null,
    used_at     datetime(3)
);
