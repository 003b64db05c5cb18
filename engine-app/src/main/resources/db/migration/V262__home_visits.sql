-- 上门服务: officers of a township or community go to who cannot come to a window.
create table home_visit (
    no          text primary key,
    region      varchar(12) not null,
    owner       text,
    taken_by    text,
    name        text not null,
    phone       text not null,
    address     text not null,
    about       text not null,
    why         text not null,
    wanted_on   date not null,
    wanted_part text not null check (wanted_part in ('MORNING', 'AFTERNOON', 'ANY')),
    state       text not null check (state in ('ASKED', 'ASSIGNED', 'ACCEPTED', 'UNDER_WAY', 'DONE', 'IMPOSSIBLE', 'CANCELLED')),
    helper      text,
    agreed_at   timestamptz,
    due_on      date not null,
    asked_at    timestamptz not null,
    ended_at    timestamptz,
    outcome     text,
    check (owner is not null or taken_by is not null)
);
comment on column home_visit.taken_by is 'the officer who noted it for somebody on the telephone or at a window';
comment on column home_visit.due_on is 'the day by which somebody is to have agreed on it; from then on the day agreed';
comment on column home_visit.outcome is 'what was done, or why nothing could be';
create index home_visit_owner on home_visit (owner, asked_at desc) where owner is not null;
create index home_visit_open on home_visit (region, due_on) where ended_at is null;
create index home_visit_helper on home_visit (helper) where ended_at is null;
create index home_visit_ended on home_visit (ended_at) where ended_at is not null;

select reach_rule('home_visit', '{region} or owner = {account} or helper = {account}');
