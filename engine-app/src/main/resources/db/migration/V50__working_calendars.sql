-- Working calendars: per region, in editions that never change. A clock keeps the edition it was started with; publishing
-- a year's plan makes the next edition.
create table working_calendar (
    region      text not null,
    edition     int not null,
    created_at  timestamptz not null default now(),
    note        text not null,
    primary key (region, edition)
);

create table calendar_year (
    region      text not null,
    edition     int not null,
    year        int not null,
    published   boolean not null,
    source      text not null,
    hours       text[] not null,
    off_days    date[] not null,
    work_days   date[] not null,
    special     jsonb not null default '{}',
    primary key (region, edition, year),
    foreign key (region, edition) references working_calendar
);

comment on column calendar_year.published is 'false: the notice for the year is not out, results are provisional';
comment on column calendar_year.special is 'days with other office hours: {"2026-02-14": ["09:00-12:00"]}';
