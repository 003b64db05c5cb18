-- The table of Spring Authorization Server, as it ships it for PostgreSQL (without device codes' use, which nobody has).
create table oauth2_authorization (
    id varchar(100) not null primary key,
    registered_client_id varchar(100) not null,
    principal_name varchar(200) not null,
    authorization_grant_type varchar(100) not null,
    authorized_scopes varchar(1000),
    attributes text,
    state varchar(500),
    authorization_code_value text,
    authorization_code_issued_at timestamptz,
    authorization_code_expires_at timestamptz,
    authorization_code_metadata text,
    access_token_value text,
    access_token_issued_at timestamptz,
    access_token_expires_at timestamptz,
    access_token_metadata text,
    access_token_type varchar(100),
    access_token_scopes varchar(1000),
    oidc_id_token_value text,
    oidc_id_token_issued_at timestamptz,
    oidc_id_token_expires_at timestamptz,
    oidc_id_token_metadata text,
    refresh_token_value text,
    refresh_token_issued_at timestamptz,
    refresh_token_expires_at timestamptz,
    refresh_token_metadata text,
    user_code_value text,
    user_code_issued_at timestamptz,
    user_code_expires_at timestamptz,
    user_code_metadata text,
    device_code_value text,
    device_code_issued_at timestamptz,
    device_code_expires_at timestamptz,
    device_code_metadata text
);
create index oauth2_authorization_state on oauth2_authorization (state) where state is not null;
create index oauth2_authorization_code on oauth2_authorization (md5(authorization_code_value)) where authorization_code_value is not null;

-- Systems that show tokens instead of signing in: workers, departments, partners, and portals that sign people in through us.
create table machine_client (
    client_id     text primary key,
    name          text not null,
    scopes        text[] not null,
    redirect_uris text[] not null default '{}',
    jwks          text, -- their public keys, for private_key_jwt
    enabled       boolean not null default true,
    created_at    timestamptz not null default now()
);
-- Two at once while one is being exchanged for the other.
create table machine_secret (
    id         bigint generated always as identity primary key,
    client_id  text not null references machine_client on delete cascade,
    hash       text not null, -- SHA-256; secrets are long and random
    created_at timestamptz not null,
    until      timestamptz
);
create index machine_secret_client on machine_secret (client_id);

-- Assertions that were shown once.
create table used_assertion (
    client_id text not null,
    jti       text not null,
    until     timestamptz not null,
    primary key (client_id, jti)
);

-- What tokens are signed with; the private part is enciphered with the key of the data folder.
create table signing_key (
    kid        text primary key,
    jwk        text not null,
    signs_from timestamptz not null
);
