-- The second factor of officers and administrators: a secret shared with their authenticator, and codes for the day the telephone is lost.
create table authenticator (
    username  text primary key references account on delete cascade,
    secret    text not null, -- base32, enciphered with the key of the data folder
    confirmed boolean not null default false,
    last_step bigint not null default 0 -- a code is good once
);
create table recovery_code (
    username text not null references account on delete cascade,
    code     text not null, -- SHA-256; the codes are long and random
    primary key (username, code)
);
