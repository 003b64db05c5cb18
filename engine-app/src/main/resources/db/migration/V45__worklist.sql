-- The worklist is our own read model: the engine is never asked for lists.
create table work_item (
    task_id        varchar(64) primary key,
    key            text not null,
    name           text not null,
    application_no varchar(24) not null,
    case_no        varchar(24),
    process_key    text not null,
    form           text,
    documentation  text not null default '',
    candidate      text not null,
    region         varchar(12) not null,
    assignee       text,
    claimed_at     timestamptz,
    created_at     timestamptz not null,
    ended_at       timestamptz,
    ended_by       text,
    outcome        text
);
create index work_item_open on work_item (candidate, created_at) where ended_at is null;
create index work_item_case on work_item (application_no);

-- What waits for an applicant (补正).
create table applicant_task (
    task_id      varchar(64) primary key,
    business_key varchar(24) not null
);
create index applicant_task_key on applicant_task (business_key);
