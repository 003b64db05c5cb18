-- 另一方确认: whom an application needs the agreement of, and what they answered.
create table agreement (
    id             uuid primary key,
    application_no varchar(24) not null,
    party          text not null,
    id_no_key      text not null,
    purpose        text not null,
    asked_at       timestamptz not null,
    until          timestamptz not null,
    reminded_at    timestamptz,
    state          text not null check (state in ('ASKED', 'AGREED', 'REFUSED', 'EXPIRED', 'WITHDRAWN', 'TAKEN_BACK')),
    reason         text,
    answered_at    timestamptz,
    answered_by    text,
    at_window      boolean not null default false,
    paper          uuid unique references document (id),
    unique (application_no, party),
    check ((state = 'ASKED') = (answered_at is null)),
    check (paper is null or at_window)
);
comment on column agreement.party is 'which of the answers name the person: seller means sellerName and sellerIdNo';
comment on column agreement.answered_by is 'user name of the person, or of the clerk who wrote down what they said at a window';
comment on column agreement.paper is 'what the person signed at the window';
create index agreement_person on agreement (id_no_key, asked_at desc);
create unique index agreement_waiting on agreement (application_no) where state = 'ASKED';
select reach_rule('agreement', 'id_no_key = {person} or reach_sees(application_no)');

-- What was signed is read by whoever has the application at work.
do
$$
begin
    execute format('create policy reach_agreement on document for select to %I using (
        exists (select from agreement a where a.paper = document.id))', current_setting('onevisit.person_role'));
end
$$;
