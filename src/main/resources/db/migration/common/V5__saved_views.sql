-- What the checks found besides the lights, as bits (flags.Signs); for the board's chips, filters and colours.
alter table verdict add column signs smallint not null default 0;
-- Verdicts from before know no signs: they are due, and judged again before they are shown.
update verdict set recheck_at = '2000-01-01 00:00:00';

-- A screen of the board under a name, for its owner and, if they wish, for everybody of one office.
create table saved_view (
    id             bigint       not null auto_increment primary key,
    owner          varchar(80)  not null,
    name           varchar(80)  not null,
    query          text         not null,
    shared_office  varchar(40),
    version        int          not null default 0,
    constraint saved_view_once unique (owner, name),
    constraint saved_view_owner foreign key (owner) references app_user (username),
    constraint saved_view_office foreign key (shared_office) references office (code)
);
