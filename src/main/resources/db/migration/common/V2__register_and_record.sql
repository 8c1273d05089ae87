-- The register: who we are and whom we serve. Codes are the keys, as in the bundle. Text is TEXT because a cell of a
-- bundle may hold 10,000 characters and a round trip loses nothing. Blank means "the default of spec/bundle.md".

create table office (
    code       varchar(40)  not null primary key,
    name       text         not null,
    time_zone  varchar(64)  not null,
    latitude   double,
    longitude  double,
    address    text,
    version    int          not null default 0
);

create table technician (
    code         varchar(40) not null primary key,
    name         text        not null,
    office       varchar(40) not null,
    skills       text,
    languages    text,
    starts_on    date,
    ends_on      date,
    weekdays     varchar(40),
    shift_start  time,
    shift_end    time,
    latitude     double,
    longitude    double,
    phone        text,
    email        text,
    version      int         not null default 0,
    constraint technician_office foreign key (office) references office (code)
);

create table absence (
    id          bigint      not null auto_increment primary key,
    technician  varchar(40) not null,
    from_on     date        not null,
    to_on       date        not null,
    kind        varchar(12) not null,
    note        text,
    version     int         not null default 0,
    constraint absence_once unique (technician, from_on, to_on, kind),
    constraint absence_technician foreign key (technician) references technician (code)
);

create table route (
    code        varchar(40) not null primary key,
    office      varchar(40) not null,
    name        text        not null,
    technician  varchar(40),
    weekdays    varchar(40),
    max_stops   int,
    version     int         not null default 0,
    constraint route_office foreign key (office) references office (code),
    constraint route_technician foreign key (technician) references technician (code)
);

create table customer (
    code           varchar(40) not null primary key,
    name           text        not null,
    goes_by        text,
    office         varchar(40) not null,
    kind           varchar(12),
    phone          text,
    email          text,
    language       varchar(40),
    since          date,
    technician     varchar(40),
    gives_way      varchar(80),
    remember       text,
    cancelled_on   date,
    cancel_reason  text,
    version        int         not null default 0,
    constraint customer_office foreign key (office) references office (code),
    constraint customer_technician foreign key (technician) references technician (code)
);

create table site (
    code       varchar(40) not null primary key,
    customer   varchar(40) not null,
    address    text,
    latitude   double      not null,
    longitude  double      not null,
    access     text,
    version    int         not null default 0,
    constraint site_customer foreign key (customer) references customer (code)
);

create table agreement (
    code          varchar(40) not null primary key,
    customer      varchar(40) not null,
    site          varchar(40) not null,
    service       text        not null,
    repeats       varchar(40),
    minutes       int         not null,
    skills        text,
    route         varchar(40),
    starts_on     date        not null,
    ends_on       date,
    sold_by       text,
    annual_value  decimal(14, 2),
    version       int         not null default 0,
    constraint agreement_customer foreign key (customer) references customer (code),
    constraint agreement_site foreign key (site) references site (code),
    constraint agreement_route foreign key (route) references route (code)
);

create table preference (
    code          varchar(40) not null primary key,
    customer      varchar(40) not null,
    kind          varchar(12) not null,
    weekdays      varchar(40),
    from_time     time,
    to_time       time,
    dates_from    date,
    dates_to      date,
    number_value  int,
    days_value    int,
    language      varchar(40),
    skill         text,
    answer        varchar(12) not null,
    words         text,
    heard_on      date,
    heard_by      text,
    channel       text,
    review_on     date,
    valid_from    date,
    valid_to      date,
    alternative   text,
    told_on       date,
    version       int         not null default 0,
    constraint preference_customer foreign key (customer) references customer (code)
);

-- The ordered technicians of PERSON, ONLY and NEVER; a table so that "whose promises hang on Ana" is one look-up.
create table preference_technician (
    preference  varchar(40) not null,
    position    int         not null,
    technician  varchar(40) not null,
    primary key (preference, position),
    constraint preference_technician_preference foreign key (preference) references preference (code),
    constraint preference_technician_technician foreign key (technician) references technician (code)
);

create table introduction (
    customer    varchar(40) not null,
    technician  varchar(40) not null,
    met_on      date        not null,
    primary key (customer, technician, met_on),
    constraint introduction_customer foreign key (customer) references customer (code),
    constraint introduction_technician foreign key (technician) references technician (code)
);

create table protocol (
    code          varchar(40) not null primary key,
    office        varchar(40),
    kind          varchar(20) not null,
    number_value  int,
    from_time     time,
    to_time       time,
    level         varchar(8)  not null,
    version       int         not null default 0,
    constraint protocol_office foreign key (office) references office (code)
);

-- The book of record. board_office is the office whose board shows the visit: its route's, else its customer's.
-- notified_at and all dates and times are local to the customer's office.
create table visit (
    code          varchar(40) not null primary key,
    customer      varchar(40) not null,
    site          varchar(40) not null,
    agreement     varchar(40),
    due_on        date        not null,
    planned_on    date,
    start_time    time,
    minutes       int         not null,
    route         varchar(40),
    technician    varchar(40),
    status        varchar(12) not null,
    pinned        boolean     not null default false,
    notified_at   datetime,
    note          text,
    board_office  varchar(40) not null,
    version       int         not null default 0,
    constraint visit_customer foreign key (customer) references customer (code),
    constraint visit_site foreign key (site) references site (code),
    constraint visit_agreement foreign key (agreement) references agreement (code),
    constraint visit_route foreign key (route) references route (code),
    constraint visit_technician foreign key (technician) references technician (code),
    constraint visit_board_office foreign key (board_office) references office (code)
);

create index visit_of_board on visit (board_office, planned_on);
create index visit_of_tray on visit (board_office, status, due_on);
create index visit_of_technician_day on visit (technician, planned_on);
create index visit_of_run on visit (route, planned_on);
create index visit_of_customer on visit (customer, planned_on);

create table consent (
    visit         varchar(40) not null,
    preference    varchar(40) not null,
    consented_on  date        not null,
    consented_by  text        not null,
    note          text,
    primary key (visit, preference),
    constraint consent_visit foreign key (visit) references visit (code),
    constraint consent_preference foreign key (preference) references preference (code)
);

-- code names the preference or the protocol that was overridden.
create table visit_override (
    visit    varchar(40) not null,
    code     varchar(40) not null,
    kept_on  date        not null,
    kept_by  text        not null,
    reason   text        not null,
    primary key (visit, code),
    constraint override_visit foreign key (visit) references visit (code)
);
