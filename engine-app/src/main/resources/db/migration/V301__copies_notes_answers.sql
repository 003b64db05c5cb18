-- 抄送: a task that colleagues are to know of.
create table task_copy (
    task_id  varchar(64) not null references work_item on delete cascade,
    username text not null,
    sent_by  text not null,
    words    text not null,
    at       timestamptz not null,
    primary key (task_id, username)
);
create index task_copy_of on task_copy (username, at);
select reach_rule('task_copy', 'exists (select from work_item w where w.task_id = task_copy.task_id)');

-- 备注: what officers of one department tell each other about a case; without a department, those of the task's group.
create table task_note (
    id         bigint generated always as identity primary key,
    task_id    varchar(64) not null references work_item on delete cascade,
    about      varchar(24) not null,
    step_name  text not null,
    department text,
    region     varchar(12) not null,
    username   text not null,
    at         timestamptz not null,
    text       text not null
);
create index task_note_about on task_note (about);
comment on column task_note.about is 'number of the case, the application or the subject';
select reach_rule('task_note', '{department} or exists (select from work_item w where w.task_id = task_note.task_id)');

-- What an ended task was answered with.
create table task_answer (
    task_id varchar(64) primary key references work_item on delete cascade,
    answers jsonb not null
);
comment on column task_answer.answers is 'sealed (vault)';
select reach_rule('task_answer', 'exists (select from work_item w where w.task_id = task_answer.task_id)');
