-- Who published which edition of a calendar and what that moved; who asked for and who confirmed a recount, by name.
alter table working_calendar
    add column who       text,
    add column name      text,
    add column year      int,
    add column recounted int not null default 0,
    add column moved     int not null default 0,
    add column left_over int not null default 0;
comment on column working_calendar.name is 'of whoever published it at the time; 平台 where the release did; null where that was not kept';
comment on column working_calendar.year is 'the year that was published or changed; null for a first edition';
comment on column working_calendar.recounted is 'running clocks counted anew because a year they counted provisionally was published';
comment on column working_calendar.left_over is 'those that could not be: they would reach into a year without a calendar';
update working_calendar set who = '', name = '平台' where note = '随软件提供';

alter table calendar_rebase
    add column asked_name     text,
    add column confirmed_name text,
    add column done_clocks    int not null default 0,
    add column done_moved     int not null default 0,
    add column ended_at       timestamptz;
comment on column calendar_rebase.done_clocks is 'clocks counted anew after the confirmation; clocks says what the preview showed';
update calendar_rebase r set done_clocks = clocks, ended_at = confirmed_at,
    done_moved = (select count(*) from calendar_change c where c.token = r.token)
where confirmed_at is not null;
update calendar_rebase r set asked_name = a.name from account a where a.username = r.asked_by;
update calendar_rebase r set confirmed_name = a.name from account a where a.username = r.confirmed_by;
create index calendar_rebase_region on calendar_rebase (region, asked_at);
create index calendar_change_token on calendar_change (token, id) where token is not null;
