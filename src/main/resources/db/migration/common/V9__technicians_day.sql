-- What a technician did about a visit, from their phone. Owned by schedule. A row of its own for each technician: whoever
-- takes over a visit has read nothing yet. remember_mark says which words were read. Moments are UTC.
create table visit_progress (
    visit             varchar(40)  not null,
    technician        varchar(40)  not null,
    remember_mark     varchar(64),
    remember_read_at  datetime(3),
    checked_in_at     datetime(3),
    checked_out_at    datetime(3),
    why               text,
    primary key (visit, technician),
    constraint visit_progress_visit foreign key (visit) references visit (code),
    constraint visit_progress_technician foreign key (technician) references technician (code)
);
create index visit_progress_of_technician on visit_progress (technician, checked_out_at);

-- Receipts: what a phone sends twice is answered twice and done once. Owned by technicianday. No foreign key: the row is
-- written before the locks of the visit are taken.
create table day_entry (
    id          varchar(64)  not null primary key,
    actor       varchar(80)  not null,
    entry_hash  varchar(64)  not null,
    answer      text         not null,
    at          datetime(3)  not null
);
create index day_entry_at on day_entry (at);
