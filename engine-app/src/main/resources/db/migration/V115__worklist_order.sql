-- The month a number belongs to: the partition everything of it lies in. Null for what is no number of ours.
create function month_of(no text) returns date language sql immutable parallel safe as
$$
    select case when no ~ '^[A-Z]?\d{10}(0[1-9]|1[0-2])\d{10}$'
        then make_date(left(right(no, 16), 4)::int, left(right(no, 12), 2)::int, 1) end
$$;

-- A worklist is found, filtered by light and ordered from one index, however many tasks are open; only the page that is
-- shown is joined with its cases. What it needs of them stands in the task's own row, kept with the case's clock.
alter table work_item
    add column month     date generated always as (month_of(coalesce(case_no, application_no))) stored,
    add column item_name text,
    add column due_at    timestamptz,
    add column blue_at   timestamptz,
    add column yellow_at timestamptz,
    add column red_at    timestamptz;
comment on column work_item.yellow_at is 'like blue_at and red_at: the instant after which the light begins; null once the clock has ended';

update work_item w set item_name = c.item_name, due_at = c.yellow_at,
    blue_at = case when c.clock_finished_at is null then c.blue_at end,
    yellow_at = case when c.clock_finished_at is null then c.yellow_at end,
    red_at = case when c.clock_finished_at is null then c.red_at end
from case_file c where c.month = w.month and c.case_no = w.case_no;
update work_item set item_name = subject_title, due_at = subject_due_at, yellow_at = subject_due_at
where subject_no is not null;

drop index work_item_open;
create index work_item_open on work_item (candidate, region varchar_pattern_ops, due_at, created_at)
    include (task_id, assignee, blue_at, yellow_at, red_at) where ended_at is null;
create index work_item_open_case on work_item (case_no) where ended_at is null;
