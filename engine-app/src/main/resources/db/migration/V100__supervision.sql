-- The closed loop of supervision: what a card asks for, what was done about it, and who is told.
alter table card
    add column item_code      text not null default '',
    add column needs_feedback boolean not null default false,
    add column feedback_days  int not null default 0,
    add column recipients     text not null default 'RED',
    add column rule           text not null default '',
    add column rule_version   int not null default 0,
    add column issued_at      timestamptz,
    add column changed_at     timestamptz not null default now(),
    add column card_no        varchar(24) unique,
    add column phase          text not null default 'NONE',
    add column delivered_at   timestamptz,
    add column loop_after     timestamptz,
    add column checked_at     timestamptz,
    add column check_result   text,
    add constraint card_state_known check (state in ('PENDING', 'ISSUED', 'URGED', 'CANCELLED', 'REVOKED', 'SETTLED'));
update card set issued_at = raised_at, delivered_at = raised_at;

comment on column card.state is 'PENDING 待发, ISSUED 已发, URGED 督办, CANCELLED 取消 (never issued), REVOKED 撤销 (issued without ground), SETTLED 销号';
comment on column card.phase is 'where the loop of feedback stands: NONE, FEEDBACK 待反馈, REVIEW 待审核, APPEAL 申诉待处理, ESCALATED 已上报, DONE';
comment on column card.recipients is 'BLUE: those set for warnings; YELLOW: and those for yellow cards; RED: everybody set';
comment on column card.rule is 'the rule of the decision table supervision-rules that it was issued by';

create index card_pending on card (region, raised_at desc) where state = 'PENDING';
create index card_untold on card (id) where delivered_at is null and state in ('ISSUED', 'URGED');
create index card_without_loop on card (id) where needs_feedback and card_no is null and state in ('ISSUED', 'URGED');
create index card_changed on card (changed_at);
create index card_issued on card (issued_at) where issued_at is not null;
create index card_region on card (region text_pattern_ops, raised_at desc, id desc);

-- Who did what to a card, when and why; written once.
create table card_act (
    id      bigint generated always as identity primary key,
    card_id bigint not null references card (id),
    at      timestamptz not null,
    who     text not null,
    name    text not null,
    act     text not null,
    text    text not null default '',
    cause   text
);
create index card_act_card on card_act (card_id, id);
create trigger card_act_stays before update or delete on card_act for each row execute function record_is_final();
create trigger card_act_not_emptied before truncate on card_act for each statement execute function record_is_final();

create table card_appeal (
    id         bigint generated always as identity primary key,
    card_id    bigint not null references card (id),
    department text not null,
    who        text not null,
    name       text not null,
    at         timestamptz not null,
    text       text not null,
    outcome    text check (outcome in ('REVOKED', 'RETURNED', 'ESCALATED')),
    reply_region varchar(12),
    reply_who  text,
    reply_name text,
    reply      text,
    replied_at timestamptz,
    final_outcome text check (final_outcome in ('REVOKED', 'RETURNED')),
    final_who  text,
    final_name text,
    final_reply text,
    final_at   timestamptz
);
create index card_appeal_card on card_appeal (card_id, id);
comment on table card_appeal is 'C 撤销, D 打回, B 上报; what was escalated gets a final outcome from the level above';

create table card_urging (
    id         bigint generated always as identity primary key,
    card_id    bigint not null references card (id),
    at         timestamptz not null,
    who        text not null,
    name       text not null,
    addressee  text not null,
    text       text not null,
    due_on     date not null
);
create index card_urging_card on card_urging (card_id, id);

-- Who is told of cards, by level: an officer by name, or whoever holds a post for the place (and department) of the card.
create table supervision_recipient (
    id         bigint generated always as identity primary key,
    region     varchar(12) not null,
    department text not null default '',
    level      text not null check (level in ('BLUE', 'YELLOW', 'RED')),
    username   text references account (username),
    post       text check (post in ('APPROVER', 'HEAD', 'SUPERVISOR')),
    check ((username is null) <> (post is null))
);
insert into supervision_recipient (region, level, post) values
    ('430000', 'BLUE', 'APPROVER'),
    ('430000', 'YELLOW', 'HEAD'),
    ('430000', 'RED', 'SUPERVISOR');

-- What supervision could not do for one tenant; the others go on.
create table supervision_failure (
    id       bigint generated always as identity primary key,
    tenant   text not null,
    work     text not null,
    since    timestamptz not null,
    last_at  timestamptz not null,
    times    int not null default 1,
    cause    text not null,
    ended_at timestamptz
);
create unique index supervision_failure_open on supervision_failure (tenant, work) where ended_at is null;

-- Re-checks (巡检) of issued cards against their ledgers.
create table recheck_run (
    id         bigint generated always as identity primary key,
    region     varchar(12) not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    who        text not null,
    checked    int not null default 0,
    abnormal   int not null default 0,
    failed     int not null default 0
);
create table recheck_finding (
    id       bigint generated always as identity primary key,
    run_id   bigint not null references recheck_run (id),
    card_id  bigint not null references card (id),
    result   text not null check (result in ('ABNORMAL', 'FAILED')),
    due_was  timestamptz not null,
    due_is   timestamptz,
    note     text not null
);
create index recheck_finding_run on recheck_finding (run_id, id);
