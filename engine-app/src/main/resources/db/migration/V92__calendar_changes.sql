-- A department may report late: the line counts from the time of the line before it, and keeps the time it was said to be.
alter table clock_entry add column stated_at timestamptz;
comment on column clock_entry.stated_at is 'set where the reported time lies before the line before it';

-- What the days off of a year are called, for people to read: {"2026-02-17": "春节"}.
alter table calendar_year add column names jsonb not null default '{}';

-- A change of a calendar that clocks are to follow: previewed, then confirmed with the token of the preview.
create table calendar_rebase (
    token        text primary key,
    region       text not null,
    edition      int not null,
    reason       text not null,
    asked_by     text not null,
    asked_at     timestamptz not null,
    clocks       int not null,
    moved        int not null,
    confirmed_by text,
    confirmed_at timestamptz,
    foreign key (region, edition) references working_calendar (region, edition)
);
alter table calendar_change
    add column token text references calendar_rebase,
    add column blue_was timestamptz,
    add column blue_is timestamptz,
    add column due_was timestamptz,
    add column due_is timestamptz;
create index calendar_change_edition on calendar_change (region, edition);
