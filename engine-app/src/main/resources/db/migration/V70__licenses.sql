-- E-licenses, the holders' consents to their use, and the journal of each use.
create table license (
    identifier   text primary key,
    type         text not null,
    serial       text not null,
    version      int not null,
    issuer_name  text not null,
    issuer_code  text not null,
    face         jsonb not null,
    issued_on    date not null,
    valid_to     date,
    status       text not null check (status in ('VALID', 'REVOKED')),
    case_no      varchar(24) unique,
    recorded_at  timestamptz not null,
    unique (type, issuer_code, serial, version)
);
comment on column license.case_no is 'The case that produced the license: one case produces one license.';

create table license_holder (
    identifier text not null references license (identifier),
    id_no      varchar(18) not null,
    name       text not null,
    primary key (id_no, identifier)
);

create table license_authorisation (
    id             uuid primary key,
    application_no varchar(24) not null,
    holder_id_no   varchar(18) not null,
    type           text not null,
    purpose        text not null,
    granted_at     timestamptz not null,
    valid_until    timestamptz not null,
    withdrawn_at   timestamptz,
    unique (application_no, holder_id_no, type)
);

create table license_use (
    id               bigint generated always as identity primary key,
    at               timestamptz not null,
    who              text not null,
    on_behalf_of     varchar(18) not null,
    application_no   varchar(24) not null,
    case_no          varchar(24) not null,
    item_code        text not null,
    type             text not null,
    identifier       text,
    authorisation_id uuid,
    fields           text[] not null,
    purpose          text not null,
    result           text not null
);
create index license_use_holder on license_use (on_behalf_of, id);
create index license_use_application on license_use (application_no, id);

-- What a department told of a result before the license was made of it.
create table license_face (
    case_no varchar(24) primary key,
    face    jsonb not null
);
