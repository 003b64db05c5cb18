-- Accounts of several kinds. Whoever could sign in before this had been set up by an office: officers, and people whose papers it knew.
alter table account
    add column kind text not null default 'NATURAL' check (kind in ('NATURAL', 'LEGAL', 'STAFF', 'MACHINE')),
    -- 实名等级: 2 said by the person, 3 name and number agree at the register, 4 the person was there with the document, 5 stronger
    add column level smallint not null default 2 check (level between 1 and 5),
    -- Moves when rights or secrets change; sessions begun under an earlier one are over.
    add column stamp bigint not null default 0,
    -- Somebody who holds this telephone has set up the account with it, so that it may be used to sign in.
    add column phone_proved boolean not null default false,
    add column password_temporary boolean not null default false,
    add column created_at timestamptz not null default now();
update account set level = 4, kind = case when 'CITIZEN' = any (roles) then 'NATURAL' else 'STAFF' end;

-- Only who has proved a number owns it: nobody keeps its holder out by typing it first.
drop index account_id_no;
create unique index account_id_no on account (id_no) where id_no is not null and level >= 3;
create unique index account_phone on account (phone) where phone_proved;

-- 三员: nobody is two of them.
alter table account add constraint three_administrators_are_three_people check (
    ('SYSTEM_ADMIN' = any (roles))::int + ('SECURITY_ADMIN' = any (roles))::int + ('AUDITOR' = any (roles))::int <= 1);

-- Codes sent to telephones, hashed like passwords.
create table phone_code (
    id      bigint generated always as identity primary key,
    phone   text not null,
    purpose text not null,
    code    text not null,
    source  text not null,
    sent_at timestamptz not null,
    tries   smallint not null default 0,
    used    boolean not null default false
);
create index phone_code_phone on phone_code (phone, sent_at desc);
create index phone_code_source on phone_code (source, sent_at desc);
