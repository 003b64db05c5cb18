-- What officers do with a task besides answering it, and how they arrange their list.

-- 委派, 加签, 会签: what colleagues say about a task before its officer answers it, or after.
create table task_ask (
    id            bigint generated always as identity primary key,
    task_id       varchar(64) not null references work_item on delete cascade,
    kind          text not null check (kind in ('DELEGATE', 'BEFORE', 'JOINT', 'AFTER')),
    asked_by      text not null,
    asked_of      text not null,
    question      text not null,
    asked_at      timestamptz not null,
    answered_at   timestamptz,
    agrees        boolean,
    opinion       text,
    withdrawn_at  timestamptz,
    withdrawn_why text
);
create index task_ask_task on task_ask (task_id);
create unique index task_ask_open on task_ask (task_id, asked_of) where answered_at is null and withdrawn_at is null;
create index task_ask_of on task_ask (asked_of) where answered_at is null and withdrawn_at is null;
create index task_ask_by on task_ask (asked_by) where answered_at is null and withdrawn_at is null;

-- The officer's answer while somebody has yet to countersign it (后加签).
create table task_kept_answer (
    task_id varchar(64) primary key references work_item on delete cascade,
    officer text not null,
    answers jsonb not null,
    waits   boolean not null,
    kept_at timestamptz not null
);
comment on column task_kept_answer.waits is 'false where somebody disagreed: the officer has it back and sends it again, changed or not';

-- 转办, 退回, 加签 and 减签 as they happened: the office's own record, which applicants are not shown.
create table task_act (
    id      bigint generated always as identity primary key,
    task_id varchar(64) not null references work_item on delete cascade,
    at      timestamptz not null,
    who     text not null,
    what    text not null,
    detail  text not null
);
create index task_act_task on task_act (task_id);

-- A worklist as somebody arranged it, for themselves or for everybody of their unit.
create table task_view (
    id         bigint generated always as identity primary key,
    owner      text not null,
    name       text not null,
    query      jsonb not null,
    columns    text[] not null,
    shared     boolean not null,
    group_name text not null,
    region     varchar(12) not null
);
create unique index task_view_name on task_view (owner, name);
create index task_view_shared on task_view (group_name, region) where shared;

-- Who has opened a task, and when they had it open last.
create table task_look (
    task_id  varchar(64) not null references work_item on delete cascade,
    username text not null,
    at       timestamptz not null,
    primary key (task_id, username)
);
comment on column task_look.at is 'the last time the open page said so; within 45 s it is open still';

-- What somebody has done, the newest first.
create index work_item_done on work_item (ended_by, ended_at desc) where ended_by is not null;

select reach_rule(target, format('exists (select from work_item w where w.task_id = %1$I.task_id)', target))
from unnest(array['task_ask', 'task_kept_answer', 'task_act', 'task_look']) target;
select reach_rule('task_view', 'owner = {account} or shared and group_name = {groups} and {unit}');
