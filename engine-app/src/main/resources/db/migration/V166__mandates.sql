-- Mandates (授权委托): who may act for whom, in what, until when, and how that was proved.
create table mandate (
    id              uuid primary key,
    kind            text not null check (kind in ('RELATIVE', 'COMPANY')),
    principal       text references account (username),
    principal_name  text not null,
    -- Sealed; found by the keyed hashes.
    principal_id     text not null,
    principal_id_key text not null,
    principal_phone  text,
    principal_region varchar(12) not null,
    given_by        text not null references account (username),
    agent_name      text not null,
    agent_phone     text not null,
    agent_phone_key text not null,
    agent           text references account (username),
    subjects        text[] not null default '{}',
    licenses        boolean not null,
    from_on         date not null,
    until_on        date not null,
    evidence        text not null check (evidence in ('SIGNED_IN', 'WINDOW')),
    state           text not null check (state in ('OFFERED', 'ACCEPTED', 'REFUSED', 'ENDED')),
    given_at        timestamptz not null,
    answered_at     timestamptz,
    ended_at        timestamptz,
    ended_by        text,
    ended_why       text,
    check (until_on >= from_on),
    check (agent is null or agent <> principal),
    check (state not in ('ACCEPTED') or agent is not null),
    check ((state = 'ENDED') = (ended_at is not null))
);
create index mandate_principal on mandate (principal_id_key, given_at desc);
create index mandate_agent on mandate (agent, given_at desc) where agent is not null;
create index mandate_offered on mandate (agent_phone_key) where state = 'OFFERED';
create index mandate_until on mandate (until_on) where state in ('OFFERED', 'ACCEPTED');
comment on column mandate.principal is 'null where a clerk wrote it down at a window for somebody without an account';
comment on column mandate.given_by is 'the principal, the representative of a legal person, or the clerk before whom it was given';
comment on column mandate.subjects is 'keys of bundles and codes of items; empty: everything the principal may apply for';
comment on column mandate.licenses is 'whether the principal consents to the use of their licenses in what is done under it';

-- One word for "may act under it": accepted, not ended, and within its days.
create function mandate_good(wanted uuid, person text, today date) returns boolean
    language sql stable as
$$ select exists (select from mandate
    where id = wanted and agent = person and state = 'ACCEPTED' and today between from_on and until_on) $$;
