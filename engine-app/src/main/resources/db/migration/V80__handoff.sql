-- Cases handed to departments' systems and what these answer.
create table department_system (
    department varchar(40) primary key,
    url        text not null,
    secret     text not null,
    enabled    boolean not null default true
);

create table handoff_message (
    month       date not null,
    key         varchar(80) not null,
    case_no     varchar(24) not null,
    department  varchar(40) not null,
    kind        text not null,
    sequence    int not null,
    url         text not null,
    body        text not null,
    status      text not null check (status in ('PREPARED', 'SENT', 'REFUSED', 'UNCERTAIN')),
    tries       int not null default 0,
    http_status int,
    receipt     text,
    prepared_at timestamptz not null,
    changed_at  timestamptz not null,
    primary key (month, key)
) partition by range (month);
select partition_by_month('handoff_message');
create index handoff_message_case on handoff_message (case_no, sequence);
create index handoff_message_open on handoff_message (department, prepared_at) where status <> 'SENT';

create table handoff_inbox (
    department  varchar(40) not null,
    message_id  varchar(120) not null,
    month       date not null,
    case_no     varchar(24) not null,
    kind        text not null,
    sequence    int not null,
    said_at     timestamptz,
    body        text not null,
    status      text not null check (status in ('APPLIED', 'EARLY', 'STALE', 'REFUSED')),
    reason      text not null default '',
    received_at timestamptz not null,
    applied_at  timestamptz,
    primary key (department, message_id)
);
create index handoff_inbox_case on handoff_inbox (case_no, sequence);
create index handoff_inbox_early on handoff_inbox (received_at) where status = 'EARLY';

-- Locked while a message of the case is applied; the number of the last message that took effect.
create table handoff_progress (
    case_no  varchar(24) primary key,
    sequence int not null
);
