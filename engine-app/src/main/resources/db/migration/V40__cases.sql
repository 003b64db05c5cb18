-- Applications and cases; the month in every number is the partition it lies in.
create sequence number_seq;
create table number_key (
    id  int primary key check (id = 1),
    key bytea not null
);

create table draft (
    id         uuid primary key,
    owner      text not null references account (username),
    bundle     text not null,
    region     varchar(12) not null,
    answers    jsonb not null default '{}',
    items      text[] not null default '{}',
    revision   int not null default 1,
    saved_at   timestamptz not null,
    created_at timestamptz not null
);
create index draft_owner on draft (owner, saved_at desc);

create table draft_document (
    draft_id     uuid not null references draft (id) on delete cascade,
    material_key text not null,
    document_id  uuid not null,
    primary key (draft_id, document_id)
);

create table application (
    month          date not null,
    application_no varchar(24) not null,
    bundle         text not null,
    bundle_name    text not null,
    edition        int not null,
    region         varchar(12) not null,
    owner          text not null,
    applicant_name text not null,
    applicant_id   varchar(18) not null,
    answers        jsonb not null,
    situation      jsonb not null,
    state          text not null,
    stage          text not null,
    review_outcome text,
    review_note    text,
    reviewed_by    text,
    submitted_at   timestamptz not null,
    closed_at      timestamptz,
    primary key (month, application_no)
) partition by range (month);
select partition_by_month('application');
create index application_owner on application (owner, submitted_at desc);

-- One submission per key and person, whatever happens on the way.
create table submission (
    owner          text not null,
    key            text not null,
    application_no varchar(24) not null,
    receipt        jsonb not null,
    primary key (owner, key)
);
create table submitted_draft (
    draft_id       uuid primary key,
    owner          text not null,
    application_no varchar(24) not null,
    receipt        jsonb not null
);

create table case_file (
    month            date not null,
    case_no          varchar(24) not null,
    application_no   varchar(24) not null,
    item_code        text not null,
    item_edition     int not null,
    item_variable    text not null,
    item_name        text not null,
    department       text not null,
    region           varchar(12) not null,
    mode             text not null,
    promised         int not null,
    statutory        int not null,
    unit             text not null,
    counting_rule    text not null,
    result_license   text,
    applicant_name   text not null,
    applicant_id     varchar(18) not null,
    state            text not null,
    result           text,
    decision         text,
    decision_reason  text,
    decided_by       text,
    decided_at       timestamptz,
    special_days     int,
    special_reason   text,
    special_basis    text,
    license_id       text,
    submitted_at     timestamptz not null,
    accepted_at      timestamptz,
    closed_at        timestamptz,
    blue_at          timestamptz,
    yellow_at        timestamptz,
    red_at           timestamptz,
    clock_stopped    boolean not null default false,
    clock_finished_at timestamptz,
    primary key (month, case_no)
) partition by range (month);
select partition_by_month('case_file');
create index case_file_application on case_file (application_no);
create index case_file_open on case_file (department, yellow_at) where closed_at is null;

create table journal (
    month  date not null,
    id     bigint generated always as identity,
    no     varchar(24) not null,
    at     timestamptz not null,
    who    text not null,
    what   text not null,
    detail text not null default '',
    basis  text not null default '',
    primary key (month, id)
) partition by range (month);
select partition_by_month('journal');
create index journal_no on journal (no, id);

create table rule_record (
    id         bigint generated always as identity primary key,
    no         varchar(24) not null,
    at         timestamptz not null,
    activity   text not null,
    decision   text not null,
    version    int not null,
    rule       text not null,
    annotation text not null,
    inputs     jsonb not null,
    outputs    jsonb not null
);
create index rule_record_no on rule_record (no, id);
comment on table rule_record is 'Rules that fired, as evidence for the decision they led to.';
