-- 催办: when the applicant last asked for a case to be hurried on, and which open tasks they asked for.
alter table case_file add column urged_at timestamptz;
alter table work_item add column urged_at timestamptz;
