-- 批量操作: running processes moved by hand, in bulk, tried before they are done, and for ever to be read afterwards.
create table operation (
    no              bigint generated always as identity primary key,
    kind            text not null check (kind in ('MODIFICATION', 'MIGRATION', 'RETRY', 'RESTART')),
    state           text not null check (state in
                        ('CHECKING', 'CHECKED', 'WAITING', 'RUNNING', 'PAUSED', 'DONE', 'STOPPED', 'REFUSED', 'DROPPED')),
    region          varchar(12) not null,
    edition         varchar(64),
    edition_name    text not null default '',
    instructions    jsonb not null,
    told            text[] not null,
    reason          text,
    asked_by        text not null,
    asked_name      text not null,
    asked_at        timestamptz not null,
    checked_at      timestamptz,
    started_at      timestamptz,
    ended_at        timestamptz
);
create index operation_at_work on operation (no) where state in ('CHECKING', 'RUNNING');
create index operation_region on operation (region, no);
comment on column operation.region is 'of who asked: nothing outside of it is touched';
comment on column operation.told is 'the instructions in sentences, as they were when they were given';

-- One process each. What a trial found stays until the next one; what was done stays for ever.
create table operation_line (
    operation   bigint not null references operation,
    place       int not null,
    number      text not null,
    instance    varchar(64),
    incident    varchar(64),
    state       text not null check (state in ('UNTRIED', 'READY', 'BARRED', 'DONE', 'FAILED', 'LEFT_OUT')),
    stood       text[] not null default '{}',
    stands      text[] not null default '{}',
    effects     jsonb not null default '[]',
    note        text not null default '',
    mark        text not null default '',
    not_before  timestamptz,
    changed_at  timestamptz,
    primary key (operation, place)
);
create index operation_line_open on operation_line (operation, place) where state in ('UNTRIED', 'READY');
create index operation_line_number on operation_line (number);
comment on column operation_line.mark is 'how the process stood when it was tried; one that stands otherwise is left out';

-- Who did what with an operation, in order.
create table operation_act (
    id        bigint generated always as identity primary key,
    operation bigint not null references operation,
    at        timestamptz not null,
    username  text not null,
    name      text not null,
    act       text not null check (act in ('ASK', 'CHECK', 'SUBMIT', 'APPROVE', 'REFUSE', 'PAUSE', 'RESUME', 'STOP', 'DROP')),
    detail    text not null default ''
);
create index operation_act_operation on operation_act (operation);

select reach_rule('operation', '{region}');
select reach_rule(target, format('exists (select from operation o where o.no = %I.operation)', target))
from unnest(array['operation_line', 'operation_act']) target;
