-- The lights of what is open are counted from the index alone, whatever the share of a month that is open.
drop index case_file_open;
create index case_file_open on case_file (department, yellow_at) include (region, blue_at, red_at, clock_finished_at)
    where closed_at is null;
