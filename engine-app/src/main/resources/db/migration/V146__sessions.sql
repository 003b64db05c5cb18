-- Sessions of browsers, shared by all nodes: the tables of Spring Session, as it ships them.
create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- Browsers that have signed an account in before; what its owner types there is never slowed by strangers elsewhere.
create table known_device (
    username  text not null references account on delete cascade,
    device    text not null, -- SHA-256 of the cookie
    last_used timestamptz not null,
    primary key (username, device)
);

-- Passwords typed wrongly, by account (hashed, so that a password typed as a name is not kept) and by where it came from; '*' for everywhere.
create table sign_in_try (
    account   text not null,
    source    text not null,
    tries     int not null default 0,
    last_at   timestamptz not null,
    free_from timestamptz not null,
    primary key (account, source)
);
create index sign_in_try_last on sign_in_try (last_at);
