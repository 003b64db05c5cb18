-- What the acts of a case's life write down: for whom, how it ends, who decides with whom, how it is delivered.
alter table journal add column for_whom text not null default '';
comment on column journal.for_whom is 'whose application or case it was done in';

alter table application
    add column received_at timestamptz,
    add column deemed_accepted_at timestamptz,
    add column right_body text;
comment on column application.received_at is 'when what is needed last came in: the submission or the answer to a notice; null = submitted_at';
comment on column application.deemed_accepted_at is 'no notice within five working days: accepted as of this day (行政许可法 art. 32)';
comment on column application.right_body is 'which body to apply to, where acceptance was refused';

alter table case_file
    add column channel text not null default 'ONLINE',
    add column substantive boolean not null default false,
    add column delivery text not null default 'ELECTRONIC' check (delivery in ('ELECTRONIC', 'COUNTER', 'POST')),
    add column received_at timestamptz,
    add column delivered_at timestamptz,
    add column delivered_how text,
    add column receiver text,
    add column proposal text,
    add column proposal_reason text,
    add column proposed_by text,
    add column proposer text,
    add column extension_days int,
    add column extension_reason text,
    add column extended_at timestamptz,
    add column ending text,
    add column ending_by text,
    add column ending_reason text;
comment on column case_file.proposal is 'what the first officer would decide, where a second one reviews';
comment on column case_file.proposer is 'username of the first officer';
comment on column case_file.ending is 'how it shall end before a decision, written by whoever ends it, read by the step endCase';
