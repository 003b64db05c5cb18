-- What the cockpit asks of running processes. An instance's row keeps both columns from its start to its end, so the index
-- is written once; it answers how many run, and which, without the table.
create index onevisit_instance_edition on act_ru_execution (proc_def_id_, business_key_) include (id_)
    where parent_id_ is null;
-- What waits at an element, the oldest first: entries leave it as activities end.
create index onevisit_activity_open on act_hi_actinst (proc_def_id_, act_id_, start_time_, id_) include (proc_inst_id_)
    where end_time_ is null;

-- Who looks after an incident, and what is being done about it.
alter table incident_record
    add column keeper text,
    add column keeper_name text,
    add column note text,
    add column noted_at timestamptz;

-- Which worker asked for which work last; written at most every half minute for each.
create table worker_seen (
    worker     text not null,
    topic      text not null,
    fetched_at timestamptz not null,
    primary key (topic, worker)
);
select reach_open('worker_seen');

-- The operation log: of all entries those that say who did what to running processes and to supervision. Its verbs are
-- those of Verb.operations(); OperationLogTest fails where the two differ.
create index audit_entry_operation on audit_entry (id) where verb in (
    'REASSIGN', 'PERMIT_SECOND_NOTICE', 'RESTORE_CREDIT', 'RETRY', 'CARE_INCIDENT', 'PLAN_OPERATION', 'SUBMIT_OPERATION', 'DECIDE_OPERATION', 'STEER_OPERATION', 'REPAIR', 'REBUILD_INDEX', 'CONFIRM_CARD',
    'CANCEL_CARD', 'REVOKE_CARD', 'SETTLE_CARD', 'URGE', 'RECHECK', 'PROVE_STATISTICS', 'CHANGE_RECIPIENTS', 'CHANGE_HOURS',
    'PUBLISH_MODEL', 'PUBLISH_CALENDAR', 'REBASE_CLOCKS', 'CHANGE_ITEM', 'CHANGE_LOCAL_ITEM', 'LOAD_ITEMS', 'PUBLISH_RATING');
create index incident_record_instance on incident_record (process_instance_id) where ended_at is null;
