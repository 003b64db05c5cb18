-- 公示: what a case makes public while a special procedure of it runs, and what people say against it.
create table public_notice (
    no           text primary key,
    case_no      varchar(24) not null,
    procedure    int not null,
    item_name    text not null,
    region       varchar(12) not null,
    department   text not null,
    title        text not null,
    text         text not null,
    published_at timestamptz not null,
    until        timestamptz not null,
    state        text not null check (state in ('OPEN', 'CLEAR', 'UPHELD', 'ENDED')),
    settled_at   timestamptz,
    unique (case_no, procedure),
    check ((state = 'OPEN') = (settled_at is null))
);
comment on column public_notice.procedure is 'which special procedure of the case: the number of its clock';
comment on column public_notice.text is 'for everybody: no name of a person whole';
create index public_notice_region on public_notice (region, published_at desc);
create index public_notice_published on public_notice (published_at desc, no);
select reach_open('public_notice');

create table objection (
    id         uuid primary key,
    number     bigint generated always as identity,
    notice_no  text not null references public_notice (no),
    account    text not null,
    text       text not null,
    evidence   uuid unique references document (id),
    state      text not null check (state in ('RECEIVED', 'UPHELD', 'REJECTED', 'CLOSED')),
    raised_at  timestamptz not null,
    reason     text,
    settled_by text,
    settled_at timestamptz,
    unique (notice_no, account),
    check ((state = 'RECEIVED') = (settled_at is null)),
    check (state not in ('UPHELD', 'REJECTED') or reason is not null and settled_by is not null)
);
comment on column objection.number is 'the order in which they came, and in which they are verified';
create index objection_waiting on objection (notice_no, number) where state = 'RECEIVED';
select reach_rule('objection', 'account = {account}
    or exists (select from public_notice n where n.no = notice_no and ({region} or {department}))');

-- Evidence is read by whoever verifies the objection.
do
$$
begin
    execute format('create policy reach_objection on document for select to %I using (
        exists (select from objection o where o.evidence = document.id))', current_setting('onevisit.person_role'));
end
$$;
