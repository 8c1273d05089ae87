-- Whose turn repeated work is, as db-scheduler keeps it; all times in UTC.
create table scheduled_tasks (
    task_name             varchar(100) not null,
    task_instance         varchar(100) not null,
    task_data             blob,
    execution_time        datetime(6)  not null,
    picked                boolean      not null,
    picked_by             varchar(50),
    last_success          datetime(6),
    last_failure          datetime(6),
    consecutive_failures  int,
    last_heartbeat        datetime(6),
    version               bigint       not null,
    priority              smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_alive on scheduled_tasks (last_heartbeat);

-- The files that open when the console is down: where each office's newest lies, and what was in its way. Times in UTC.
create table office_snapshot (
    office      varchar(40) not null primary key,
    file        text        not null,
    made_at     datetime(3),
    checked_at  datetime(3) not null,
    trouble     text
);
