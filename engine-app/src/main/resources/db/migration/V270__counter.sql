-- The counter: how a clerk made sure who is present, scans taken apart into pages, what was told at once before anything was
-- applied for, and what was taken in while the network was away.
alter table window_intake
    add column seen text not null default 'EYES' check (seen in ('CARD', 'EYES')),
    add column taken_at timestamptz,
    add column provisional_no text;
comment on column window_intake.seen is 'CARD: read from the card, EYES: the clerk compared it';
comment on column window_intake.taken_at is 'when it was taken in without the network; null where the network was there';
comment on column window_intake.provisional_no is 'printed on the spot for what was taken in without the network';

-- A file as the scanner gave it. It stays as evidence when its pages have become materials.
create table scan (
    document_id    uuid primary key references document (id),
    draft_id       uuid not null,
    application_no varchar(24),
    pages          smallint not null,
    scanned_at     timestamptz not null
);
create index scan_draft on scan (draft_id, scanned_at);
select reach_rule('scan', 'exists (select from draft d where d.id = draft_id)
    or application_no is not null and ({number:application_no} or reach_sees(application_no))');

-- Where each page belongs while the application is being written.
create table scan_page (
    draft_id     uuid not null references draft (id) on delete cascade,
    document_id  uuid not null references scan (document_id),
    page         smallint not null,
    position     smallint not null,
    turn         smallint not null default 0 check (turn in (0, 90, 180, 270)),
    material_key text,
    removed      boolean not null default false,
    primary key (draft_id, document_id, page)
);
select reach_rule('scan_page', 'exists (select from draft d where d.id = draft_id)');
comment on column scan_page.material_key is 'null until somebody says to which material the page belongs';

alter table draft_document add column scanned boolean not null default false;
comment on column draft_document.scanned is 'put together from pages of scans, and again whenever they change';

-- 一次性告知 at the counter, before anything is applied for.
alter table paper alter column application_no drop not null;
create table counter_notice (
    paper_no       varchar(24) primary key references paper (no),
    draft_id       uuid not null,
    clerk          text not null,
    told_at        timestamptz not null,
    lines          jsonb not null,
    known          jsonb not null,
    application_no varchar(24)
);
create index counter_notice_draft on counter_notice (draft_id, told_at);
comment on column counter_notice.known is 'what had been handed in and answered by then: of that nothing may be found wanting later';
select reach_rule('counter_notice', 'clerk = {account}
    or application_no is not null and ({number:application_no} or reach_sees(application_no))');
do
$$
begin
    execute format('create policy reach_counter on paper for select to %I using (
        exists (select from counter_notice n where n.paper_no = paper.no))', current_setting('onevisit.person_role'));
end
$$;

-- What the browser of a clerk seals with what it keeps while the network is away.
create table offline_key (
    username text primary key references account (username),
    key      text not null,
    made_at  timestamptz not null
);
select reach_rule('offline_key', 'username = {account}');
