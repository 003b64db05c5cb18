-- Deletion of what is past its period: each run, what each rule removed in it, and the proof of every batch.
create table retention_run (
    id         bigint generated always as identity primary key,
    dry        boolean not null,
    started_by text not null,
    started_at timestamptz not null,
    ended_at   timestamptz
);
create table retention_result (
    run_id   bigint not null references retention_run (id),
    rule     text not null,
    period   text not null,
    before   timestamptz not null,
    removed  bigint not null,
    oldest   timestamptz,
    newest   timestamptz,
    hash     text not null,
    left_due bigint not null,
    left_why text not null,
    primary key (run_id, rule)
);
comment on column retention_result.hash is 'of the rule''s last batch; each batch''s is over the one before it and its sorted keys';

-- Written in the transaction that removes the rows: neither is there without the other.
create table retention_batch (
    run_id  bigint not null references retention_run (id),
    rule    text not null,
    number  int not null,
    at      timestamptz not null,
    removed int not null,
    oldest  timestamptz not null,
    newest  timestamptz not null,
    hash    text not null,
    primary key (run_id, rule, number)
);

-- What must be kept although its period is over: under 复议 or 诉讼, or by an order.
create table retention_hold (
    id         bigint generated always as identity primary key,
    number     text not null,
    reason     text not null,
    set_by     text not null,
    set_at     timestamptz not null,
    lifted_by  text,
    lifted_why text,
    lifted_at  timestamptz
);
create unique index retention_hold_open on retention_hold (number) where lifted_at is null;
comment on column retention_hold.number is 'of an application or a work order, or the user name whose data it is';

create index draft_saved on draft (saved_at);
create index notice_message_read on notice_message (read_at) where read_at is not null;
create index work_order_closed on work_order (closed_at) where closed_at is not null and contact_phone <> '';

do
$$
declare
    reader text;
    proof  text;
begin
    foreach proof in array array ['retention_batch', 'retention_result'] loop
        for reader in
            select distinct pg_get_userbyid(entry.grantee)
            from pg_class, aclexplode(relacl) as entry
            where oid = to_regclass(proof) and entry.grantee <> relowner and entry.grantee <> 0
        loop
            execute format('revoke update, delete, truncate on %I from %I', proof, reader);
        end loop;
        execute format('create trigger %I before update or delete on %I for each row execute function record_is_final()',
                       proof || '_stays', proof);
        execute format('create trigger %I before truncate on %I for each statement execute function record_is_final()',
                       proof || '_not_emptied', proof);
    end loop;
end
$$;
