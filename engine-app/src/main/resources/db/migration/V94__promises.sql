-- 容缺受理 and 告知承诺, second notices, answers in words, and every document that was ever handed in.
create table deferred_material (
    case_no        varchar(24) not null,
    material_key   text not null,
    application_no varchar(24) not null,
    material_name  text not null,
    promised_by    text not null,
    promise        text not null,
    promised_at    timestamptz not null,
    due_at         timestamptz,
    supplied_at    timestamptz,
    lapsed_at      timestamptz,
    primary key (case_no, material_key)
);
comment on table deferred_material is 'What an applicant promised in writing to hand in after acceptance (容缺受理); due_at follows from the clock.';
create index deferred_material_due on deferred_material (due_at) where supplied_at is null and lapsed_at is null;
create index deferred_material_application on deferred_material (application_no);

create table commitment (
    case_no        varchar(24) primary key,
    application_no varchar(24) not null,
    person_id      varchar(18) not null,
    promised_by    text not null,
    promise        text not null,
    promised_at    timestamptz not null,
    check_days     int not null,
    state          text not null check (state in ('GIVEN', 'CHECKING', 'RECTIFYING', 'FULFILLED', 'REVOKED')),
    note           text not null default '',
    false_promise  boolean not null default false,
    checked_by     text,
    settled_at     timestamptz,
    restored_at    timestamptz
);
comment on table commitment is 'Cases decided on a written promise (告知承诺); a false promise excludes from further ones until restored_at (信用修复).';
create index commitment_false on commitment (person_id) where false_promise;

alter table case_file add column on_promise boolean not null default false;
alter table application_material add column deferred boolean not null default false;

create table second_notice (
    business_key varchar(24) not null,
    number       int not null,
    reason       text not null,
    permitted_by text not null,
    permitted_at timestamptz not null,
    used_at      timestamptz,
    primary key (business_key, number)
);
comment on table second_notice is 'A further notice after the one that should have said everything: a violation of 行政许可法 art. 32 with a supervisor''s reason.';

alter table supplement_request add column answer text not null default '';

create table application_document (
    month          date not null,
    application_no varchar(24) not null,
    material_key   text not null,
    document_id    uuid not null references document (id),
    handed_in_at   timestamptz not null,
    primary key (month, application_no, material_key, document_id)
) partition by range (month);
select partition_by_month('application_document');
create index application_document_document on application_document (document_id);
comment on table application_document is 'Every document handed in, those replaced since too; nothing is taken out.';
insert into application_document (month, application_no, material_key, document_id, handed_in_at)
    select month, application_no, key, document_id, changed_at from application_material where document_id is not null;
create trigger application_document_stays before update or delete on application_document
    for each row execute function record_is_final();
