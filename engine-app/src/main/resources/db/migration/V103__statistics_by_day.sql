-- A day is counted anew every minute: read by an exact index, whatever order the rows came in.
drop index case_file_accepted;
create index case_file_accepted on case_file (accepted_at) where accepted_at is not null;
