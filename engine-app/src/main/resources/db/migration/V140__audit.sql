-- Who saw and did what: written once, sealed into one chain per region and day, each chain's head signed and copied out.
create table audit_entry (
    month          date not null,
    id             bigint generated always as identity,
    day            date not null,
    at             timestamptz not null,
    region         varchar(6) not null,
    account        text not null,
    name           text not null,
    department     text not null,
    roles          text not null,
    on_behalf_of   text not null,
    person         text not null,
    verb           text not null,
    kind           text not null,
    number         text not null,
    application_no text not null,
    case_no        text not null,
    detail         text not null,
    purpose        text not null,
    address        text not null,
    agent          text not null,
    channel        text not null,
    correlation    text not null,
    result         text not null check (result in ('DONE', 'REFUSED', 'FAILED')),
    code           text not null,
    primary key (month, id)
) partition by range (month);
select partition_by_month('audit_entry');
create index audit_entry_day on audit_entry (day, id);
create index audit_entry_number on audit_entry (number, id) where number <> '';
create index audit_entry_application on audit_entry (application_no, id) where application_no <> '';
create index audit_entry_account on audit_entry (account, id) where account <> '';
comment on column audit_entry.day is 'In China; with the region it names the chain the entry is sealed into.';
comment on column audit_entry.person is 'Whose matter it is, masked.';
comment on column audit_entry.region is 'Of who acted, so that no region waits for another; 000000 where nobody is known.';

-- What the sealer has still to do; a row of its own for each entry, so that writers never meet.
create table audit_pending (
    id    bigint primary key,
    month date not null,
    since timestamptz not null default clock_timestamp()
);
create function audit_entry_waits() returns trigger language plpgsql as
$$
begin
    insert into audit_pending (id, month) values (new.id, new.month);
    return null;
end
$$;
create trigger audit_entry_waits after insert on audit_entry for each row execute function audit_entry_waits();

create table audit_seal (
    month      date not null,
    region     varchar(6) not null,
    day        date not null,
    position   bigint not null check (position > 0),
    entry_id   bigint not null,
    entry_hash bytea not null,
    hash       bytea not null,
    digest     text not null,
    sealed_at  timestamptz not null,
    primary key (month, day, region, position),
    unique (month, entry_id)
) partition by range (month);
select partition_by_month('audit_seal');

-- The chains that grew since their heads were last signed; only the sealer writes here.
create table audit_grown (
    day    date not null,
    region varchar(6) not null,
    primary key (day, region)
);

create table audit_anchor (
    no        bigint primary key,
    at        timestamptz not null,
    body      text not null,
    key       text not null,
    signature text not null
);
create index audit_anchor_at on audit_anchor (at);
comment on table audit_anchor is 'Signed heads of the chains, each naming the hash of the one before; the same lines lie in data/audit/anchors.';

-- From when on each change of a state has its entry.
create table audit_beginning as select now() as at;

do
$$
declare
    written_once text;
    reader       text;
begin
    foreach written_once in array array ['audit_entry', 'audit_seal', 'audit_anchor', 'audit_beginning'] loop
        for reader in
            select distinct pg_get_userbyid(entry.grantee)
            from pg_class, aclexplode(relacl) as entry
            where oid = to_regclass(written_once) and entry.grantee <> relowner and entry.grantee <> 0
        loop
            execute format('revoke update, delete, truncate on %I from %I', written_once, reader);
        end loop;
        execute format('create trigger %I before update or delete on %I for each row execute function record_is_final()',
                       written_once || '_stays', written_once);
        execute format('create trigger %I before truncate on %I for each statement execute function record_is_final()',
                       written_once || '_not_emptied', written_once);
    end loop;
end
$$;
