-- Messages that came early are tried in turn, so that many waiting cases starve none.
alter table handoff_inbox add column tried_at timestamptz;
drop index handoff_inbox_early;
create index handoff_inbox_early on handoff_inbox (case_no, coalesce(tried_at, received_at)) where status = 'EARLY';
