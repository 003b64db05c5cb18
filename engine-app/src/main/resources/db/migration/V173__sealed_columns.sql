-- Identity numbers, telephones, answers, faces of licenses and what was read in scans are sealed by the application with
-- keys that do not lie here (vault/Column names them all). jsonb columns then hold one text in place of an object, so that
-- no table is written anew. A column ..._key holds a keyed hash, by which a value is found; the start-up step
-- vault/Resealing fills it and seals what was written before.
alter table license_holder
    alter column id_no type text,
    add column id_no_key text;
create unique index license_holder_id_no_key on license_holder (id_no_key, identifier) where id_no_key is not null;

-- These only ever need to be compared: they hold the keyed hash and no number any more.
alter table license_authorisation alter column holder_id_no type text;
alter table license_use alter column on_behalf_of type text;
comment on column license_authorisation.holder_id_no is 'keyed hash of the holder''s identity number (vault)';
comment on column license_use.on_behalf_of is 'keyed hash of the holder''s identity number (vault)';

alter table application_material alter column holder_id_no type text;

-- Which column has been sealed throughout with which key: the next start need not look again.
create table vault_sealed (
    name   text primary key,
    key_id text not null,
    at     timestamptz not null default now()
);
