-- Identity and telephone numbers of accounts are sealed by the application and found by a keyed hash (vault/Column); the
-- step at the start fills the hashes and seals what was written before.
alter table account
    alter column id_no type text,
    alter column phone type text,
    add column id_no_key text,
    add column phone_key text;
create unique index account_id_no_key on account (id_no_key) where id_no_key is not null and level >= 3;
create unique index account_phone_key on account (phone_key) where phone_key is not null and phone_proved;
create index account_said_id_no_key on account (id_no_key) where id_no_key is not null;
create index account_said_phone_key on account (phone_key) where phone_key is not null;
comment on column phone_code.phone is 'keyed hash of the telephone (vault)';
