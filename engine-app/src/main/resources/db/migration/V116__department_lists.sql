-- A department's ended cases are listed and counted from an index, as everybody's are.
create index case_file_department_closed on case_file (department, closed_at desc, case_no) include (region)
    where closed_at is not null;
