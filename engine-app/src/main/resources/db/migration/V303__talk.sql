-- 留言: what applicants and the officers who handle their cases write to each other.
create table application_talk (
    id             uuid primary key,
    application_no varchar(24) not null,
    case_no        varchar(24),
    username       text not null,
    name           text not null,
    by_applicant   boolean not null,
    text           text not null,
    at             timestamptz not null
);
create index application_talk_no on application_talk (application_no, at);
comment on column application_talk.case_no is 'null where it is about the whole application';
comment on column application_talk.text is 'sealed (vault)';
select reach_rule('application_talk', '{number:application_no} or reach_sees(application_no)');
