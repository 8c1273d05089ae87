-- That an agreement goes by another route from now on, so that an undo of the same change can take it back. Owned by schedule.
create table agreed_route_change (
    op_id        varchar(64) not null primary key,
    agreement    varchar(40) not null,
    route_before varchar(40) not null,
    route_after  varchar(40) not null,
    constraint agreed_route_change_agreement foreign key (agreement) references agreement (code)
);
