-- Documents, what an application needs, what was read and compared, and supplement requests.
create table document (
    id        uuid primary key,
    owner     text not null,
    name      text not null,
    type      text not null,
    size      bigint not null,
    sha256    char(64) not null,
    stored_at timestamptz not null
);
comment on column document.name is 'As the applicant called it; shown to people, never used as a path.';

create table document_page (
    document_id uuid not null references document (id),
    number      int not null,
    sha256      char(64) not null,
    size        bigint not null,
    primary key (document_id, number)
);

create table document_reading (
    document_id uuid primary key references document (id),
    engine      text not null,
    version     text not null,
    pages       jsonb not null,
    fields      jsonb not null,
    text        text not null,
    problem     text,
    read_at     timestamptz not null
);

create table application_material (
    month              date not null,
    application_no     varchar(24) not null,
    key                text not null,
    position           int not null,
    name               text not null,
    required           boolean not null,
    kind               text not null,
    license_types      text[] not null,
    formats            text[] not null,
    holder_role        text not null,
    holder_name        text not null,
    holder_id_no       varchar(18) not null,
    items              text[] not null,
    case_nos           text[] not null,
    status             text not null check (status in ('OPEN', 'EXEMPTED', 'UPLOADED')),
    document_id        uuid,
    license_identifier text,
    authorisation_id   uuid,
    problem            text,
    changed_at         timestamptz not null,
    primary key (month, application_no, key)
) partition by range (month);
select partition_by_month('application_material');
create index application_material_document on application_material (document_id) where document_id is not null;

create table material_comparison (
    application_no varchar(24) not null,
    material_key   text not null,
    document_id    uuid not null,
    results        jsonb not null,
    compared_at    timestamptz not null,
    primary key (application_no, material_key)
);

create table supplement_request (
    id             uuid primary key,
    business_key   varchar(24) not null,
    application_no varchar(24) not null,
    round          int not null,
    state          text not null check (state in ('PROPOSED', 'OPEN', 'ANSWERED', 'LAPSED')),
    note           text not null,
    items          jsonb not null,
    proposed_at    timestamptz not null,
    requested_at   timestamptz,
    due_at         timestamptz,
    ended_at       timestamptz
);
create unique index supplement_request_current on supplement_request (business_key) where state in ('PROPOSED', 'OPEN');
create index supplement_request_application on supplement_request (application_no);
comment on index supplement_request_current is 'One notice tells everything: a second one cannot be open beside it.';
