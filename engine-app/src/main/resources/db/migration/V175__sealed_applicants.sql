-- Applicants' numbers lie sealed and are found by keyed hash (vault/Column); the step at the start fills the hashes and
-- seals what was written before. Whether somebody applied as a natural person is counted, so it is kept by itself.
alter table application
    alter column applicant_id type text,
    add column applicant_key text;
alter table case_file
    alter column applicant_id type text,
    add column applicant_key text,
    add column applicant_person boolean not null default false;
update case_file set applicant_person = true
where applicant_id ~ '^[1-9][0-9]{5}(18|19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]$';
drop index case_file_applicant;
create index case_file_applicant on case_file (applicant_key, submitted_at desc);
drop index application_applicant;
create index application_applicant on application (applicant_key, submitted_at desc);
comment on column commitment.person_id is 'keyed hash of the identity number (vault)';
comment on column window_intake.applicant_id is 'keyed hash of the identity number (vault)';
alter table commitment alter column person_id type text;
alter table window_intake alter column applicant_id type text;
