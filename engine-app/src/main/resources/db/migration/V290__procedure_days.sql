-- A special procedure may run in calendar days while its case counts working days (简易注销公示: 20 calendar days).
alter table item_special_procedure add column unit text not null default 'WORKING_DAY'
    check (unit in ('WORKING_DAY', 'CALENDAR_DAY'));

alter table case_file add column special_unit text not null default 'WORKING_DAY'
    check (special_unit in ('WORKING_DAY', 'CALENDAR_DAY'));

alter table clock_entry add column unit text check (unit in ('WORKING_DAY', 'CALENDAR_DAY'));
comment on column clock_entry.unit is 'how the days are counted where that is not how the clock counts days';
