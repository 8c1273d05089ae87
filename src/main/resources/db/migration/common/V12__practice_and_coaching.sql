-- Practice: the stories somebody played, and what they chose in each scene. Owned by practice, as all of this. Nothing here
-- refers to a visit or a preference: what is played never happens. Moments are UTC; names of users are usernames.
-- put_away_at: begun anew before it was finished.
create table practice_run (
    code         varchar(40) not null primary key,
    story        varchar(40) not null,
    player       varchar(80) not null,
    started_at   datetime(3) not null,
    finished_at  datetime(3),
    ending       varchar(12),
    put_away_at  datetime(3),
    constraint practice_run_player foreign key (player) references app_user (username)
);
create index practice_run_of_player on practice_run (player, story, started_at);
create table practice_step (
    run        varchar(40) not null,
    position   int         not null,
    scene      varchar(40) not null,
    choice     varchar(40) not null,
    chosen_at  datetime(3) not null,
    primary key (run, position),
    constraint practice_step_run foreign key (run) references practice_run (code)
);

-- Coaching: what a customer met, the associate it is about, and the practice the two agreed on. For the managers of the
-- office and the associate alone. run: the run with which it was done.
create table coaching_note (
    code         varchar(40) not null primary key,
    office       varchar(40) not null,
    customer     varchar(40),
    place        varchar(12) not null,
    happened_on  date        not null,
    words        text        not null,
    associate    varchar(80) not null,
    filed_by     varchar(80) not null,
    filed_at     datetime(3) not null,
    story        varchar(40),
    until_on     date,
    agreed_by    varchar(80),
    agreed_at    datetime(3),
    run          varchar(40),
    done_at      datetime(3),
    op_id        varchar(64) not null,
    version      int         not null default 0,
    constraint coaching_note_once unique (op_id),
    constraint coaching_note_office foreign key (office) references office (code),
    constraint coaching_note_customer foreign key (customer) references customer (code),
    constraint coaching_note_associate foreign key (associate) references app_user (username),
    constraint coaching_note_run foreign key (run) references practice_run (code)
);
create index coaching_note_of_office on coaching_note (office, filed_at);
create index coaching_note_of_associate on coaching_note (associate, filed_at);
