-- What is written and applied for on somebody's behalf: by whom, and by what right.
alter table draft
    add column mandate uuid references mandate (id),
    add column legal_person text references account (username);
comment on column draft.mandate is 'the mandate it is written under; null where its owner writes for themselves or as legal representative';
comment on column draft.legal_person is 'the legal person it is written for; null for a natural person';
create index draft_mandate on draft (mandate) where mandate is not null;

alter table application
    add column agent text,
    add column agent_name text,
    add column agent_kind text check (agent_kind in ('RELATIVE', 'COMPANY', 'REPRESENTATIVE', 'HELPER')),
    add column agent_until date,
    add column mandate uuid;
comment on column application.agent is 'user name of who applied on the applicant''s behalf; null where the applicant did';
create index application_mandate on application (mandate) where mandate is not null;

-- Whose application it is to an account: their own, that of a legal person they represent, or one made under a good mandate of theirs.
create function application_followed_by(
    owner text, applicant_id text, mandate uuid, person text, person_id text, today date) returns boolean
    language sql stable as
$$ select owner = person or applicant_id = person_id or represents(person, owner) or mandate_good(mandate, person, today) $$;
