-- A re-check of very many cards runs in the background, a portion in a transaction, and goes on where it was after a restart.
alter table recheck_run
    add column username  text not null default '',
    add column total     int not null default 0,
    add column place     bigint not null default 0,
    add column last_card bigint not null default 0,
    add column moved_at  timestamptz;
comment on column recheck_run.total is 'cards that stood when it began; when it has ended those checked, for some ended meanwhile';
comment on column recheck_run.place is 'the last card that was checked; the next portion begins after it';
comment on column recheck_run.last_card is 'the newest card when it began: what is raised later is the next run''s';

-- What was broken off before runs could be resumed stays as far as it came.
update recheck_run set total = checked, ended_at = coalesce(ended_at, started_at), moved_at = coalesce(ended_at, started_at);
create unique index recheck_run_open on recheck_run (region) where ended_at is null;
comment on index recheck_run_open is 'one at a time for a region';

alter table recheck_finding add constraint recheck_finding_once unique (run_id, card_id);
create index card_standing on card (id) where state in ('ISSUED', 'URGED');
