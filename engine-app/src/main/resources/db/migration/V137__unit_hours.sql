-- When a department's unit works, where it differs from the office hours of the region's calendar. The newest row holds for
-- the division and those below it that have none of their own; without a week it takes its own hours back.
create table unit_hours (
    department  text not null references department (code),
    region      varchar(12) not null,
    edition     int not null,
    week        jsonb,
    recorded_at timestamptz not null,
    recorded_by text not null,
    primary key (department, region, edition)
);
comment on column unit_hours.week is 'by day of the week: {"MONDAY": "09:00-12:00、13:00-17:00", …}, a day left out is closed';
