-- Who is told of cards is set by supervisors: each change is written down with who and when, and what was before.
delete from supervision_recipient a using supervision_recipient b
where a.id > b.id and (a.region, a.department, a.level, coalesce(a.username, ''), coalesce(a.post, ''))
    = (b.region, b.department, b.level, coalesce(b.username, ''), coalesce(b.post, ''));
create unique index supervision_recipient_once
    on supervision_recipient (region, department, level, coalesce(username, ''), coalesce(post, ''));
comment on table supervision_recipient is 'of the settings that reach anybody the nearest counts: the place before the wider one, in a place its department before all departments';

create table recipient_change (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    who        text not null,
    name       text not null,
    region     varchar(12) not null,
    department text not null,
    level      text not null check (level in ('BLUE', 'YELLOW', 'RED')),
    was        text[] not null,
    becomes    text[] not null
);
create index recipient_change_place on recipient_change (region, id);
create trigger recipient_change_stays before update or delete on recipient_change for each row execute function record_is_final();
create trigger recipient_change_not_emptied before truncate on recipient_change for each statement execute function record_is_final();
comment on column recipient_change.was is 'those set before, in words; empty where there was no setting';

alter table card
    add column told text[],
    add column tell_after timestamptz;
comment on column card.told is 'the accounts that were told of it when it was delivered; null for cards delivered before this was kept';
comment on column card.tell_after is 'telling failed: not tried again before';
