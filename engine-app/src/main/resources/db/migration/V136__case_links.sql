-- The links of an item (办理环节) that a case has gone through, each with the limit it had; its clock has the same number.
create table case_link (
    month    date not null,
    case_no  varchar(24) not null,
    number   int not null,
    name     text not null,
    days     int not null,
    unit     text not null check (unit in ('WORKING_DAY', 'CALENDAR_DAY', 'HOUR')),
    task_id  varchar(64),
    begun_at timestamptz not null,
    ended_at timestamptz,
    primary key (month, case_no, number)
) partition by range (month);
select partition_by_month('case_link');
comment on column case_link.number is 'the place of the link in its item, a hundred more for each time it came again';
comment on column case_link.task_id is 'the task the link waits for; null where a move of the case or the department''s system ends it';
