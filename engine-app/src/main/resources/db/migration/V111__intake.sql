-- Applications taken in at a window for a person who is present, by the same pages and process as online.
alter table draft add column applicant jsonb;
comment on column draft.applicant is 'the person at the window: name, idNo, phone; null where the owner writes for themselves';

alter table application
    add column channel text not null default 'ONLINE',
    add column intake_by text,
    add column intake_window text;
comment on column application.channel is 'ONLINE or WINDOW';
comment on column application.intake_by is 'user name of the clerk who took it in at a window';
create index application_applicant on application (applicant_id, submitted_at desc);
create index application_intake on application (intake_by, submitted_at desc) where intake_by is not null;

alter table case_file add column if not exists channel text not null default 'ONLINE';
create index case_file_applicant on case_file (applicant_id, submitted_at desc);

-- Whose identity which clerk looked at, kept whether an application came of it or not.
create table window_intake (
    draft_id       uuid primary key,
    at             timestamptz not null,
    clerk          text not null,
    region         varchar(12) not null,
    subject        text not null,
    applicant_name text not null,
    applicant_id   varchar(18) not null,
    application_no varchar(24)
);
create index window_intake_clerk on window_intake (clerk, at desc);
