-- Lists of cases and of what was exchanged are read in their order from an index, whatever their number.
create index case_file_due on case_file (yellow_at, case_no) where closed_at is null;
create index case_file_closed on case_file (closed_at desc, case_no) include (region, clock_finished_at, yellow_at)
    where closed_at is not null;
create index handoff_message_newest on handoff_message (prepared_at);
create index handoff_inbox_newest on handoff_inbox (received_at);
