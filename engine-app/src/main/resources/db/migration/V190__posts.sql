-- 岗位: what an officer is, for which department, in which division, from which day until which. An officer may hold several
-- and acts in one at a time. Roles of officers lie here and nowhere else; department and region of their account say where
-- they are employed.
create table post (
    id         bigint generated always as identity primary key,
    username   text not null references account on delete cascade,
    roles      text[] not null,
    department text,
    region     varchar(12) not null,
    title      text not null default '',
    from_day   date not null,
    until_day  date, -- the last day; none where it is open
    given_by   text, -- null for what was held before posts were written down, and for a new installation's administrators
    given_at   timestamptz not null default now(),
    taken_by   text,
    taken_at   timestamptz,
    last_used  timestamptz,
    constraint post_has_roles check (cardinality(roles) > 0 and not 'CITIZEN' = any (roles)),
    constraint post_ends_after_it_begins check (until_day >= from_day),
    -- 三员: who is one of them is nothing else, in this post …
    constraint administrators_do_nothing_else check (
        not roles && array ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR'] or cardinality(roles) = 1),
    -- … nor in any other at the same time. An administrator's post overlaps whatever else the person holds, another post
    -- only itself; so of two posts on one day, neither is an administrator's.
    constraint administrators_hold_no_other_post exclude using gist (
        int8range(hashtextextended(username, 0), hashtextextended(username, 0), '[]') with &&,
        daterange(from_day, until_day, '[]') with &&,
        (case when roles && array ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR'] then int8range(0, null)
              else int8range(id, id, '[]') end) with &&) where (taken_at is null)
);
create index post_username on post (username);
create index post_unit on post (department, region) where taken_at is null;

insert into post (username, roles, department, region, from_day, given_at)
select username, roles, department, region, (created_at at time zone 'Asia/Shanghai')::date, created_at
from account where kind = 'STAFF' and cardinality(roles) > 0;
update account set roles = '{}' where kind = 'STAFF';
alter table account add constraint officers_roles_lie_in_their_posts check (kind <> 'STAFF' or cardinality(roles) = 0);
