-- Daily roll-ups of the figures of supervision, by whom and what they concern, kept by a sweep that counts whole days
-- anew: idempotent, and made again from nothing at any time. Months are the sums of their days.
create table stat_day (
    day date not null,
    subject text not null check (subject in ('CASE', 'CONSULTATION', 'COMPLAINT', 'OTHER')),
    region varchar(12) not null,
    department text not null,
    item_code text not null,
    accepted bigint not null default 0,
    accepted_person bigint not null default 0,
    accepted_legal bigint not null default 0,
    refused bigint not null default 0,
    ended_early bigint not null default 0,
    closed_normal bigint not null default 0,
    closed_returned bigint not null default 0,
    closed_voided bigint not null default 0,
    closed_deleted bigint not null default 0,
    timed bigint not null default 0,
    on_time bigint not null default 0,
    used_days bigint not null default 0,
    used_cases bigint not null default 0,
    blue bigint not null default 0,
    yellow bigint not null default 0,
    red bigint not null default 0,
    yellow_revoked bigint not null default 0,
    red_revoked bigint not null default 0,
    primary key (day, subject, region, department, item_code)
);
create table stat_month (
    month date not null,
    subject text not null check (subject in ('CASE', 'CONSULTATION', 'COMPLAINT', 'OTHER')),
    region varchar(12) not null,
    department text not null,
    item_code text not null,
    accepted bigint not null default 0,
    accepted_person bigint not null default 0,
    accepted_legal bigint not null default 0,
    refused bigint not null default 0,
    ended_early bigint not null default 0,
    closed_normal bigint not null default 0,
    closed_returned bigint not null default 0,
    closed_voided bigint not null default 0,
    closed_deleted bigint not null default 0,
    timed bigint not null default 0,
    on_time bigint not null default 0,
    used_days bigint not null default 0,
    used_cases bigint not null default 0,
    blue bigint not null default 0,
    yellow bigint not null default 0,
    red bigint not null default 0,
    yellow_revoked bigint not null default 0,
    red_revoked bigint not null default 0,
    primary key (month, subject, region, department, item_code)
);

create table stat_state (
    id           int primary key check (id = 1),
    rolled_until timestamptz not null
);

-- What a proof (roll-up against recount) found.
create table stat_proof (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    from_day   date not null,
    until_day  date not null,
    rows       bigint not null,
    different  bigint not null
);

-- Days are read by the instant of acceptance; rows come in the order of time, so a sparse index is enough and costs little.
create index case_file_accepted on case_file using brin (accepted_at) with (pages_per_range = 32, autosummarize = on);
create index clock_answers_started on clock (started_at) where kind in ('CONSULTATION', 'COMPLAINT');
create index clock_answers_finished on clock (finished_at) where kind in ('CONSULTATION', 'COMPLAINT');

alter table clock add column used_days int;
comment on column clock.used_days is 'units used when it ended, rounded up; null while it runs';
