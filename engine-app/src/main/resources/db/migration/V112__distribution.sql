-- Where an accepted case went and why: the first row is the rule's, each correction by hand adds one.
create table distribution (
    month            date not null,
    case_no          varchar(24) not null,
    number           int not null,
    department       text not null,
    group_name       text not null,
    region           varchar(12) not null,
    officer          text,
    reason           text not null,
    rule             text,
    decision_version int,
    facts            jsonb not null default '{}',
    mode             text not null check (mode in ('BY_RULE', 'BY_HAND')),
    who              text not null,
    at               timestamptz not null,
    corrected        boolean not null default false,
    primary key (month, case_no, number)
) partition by range (month);
select partition_by_month('distribution');
comment on column distribution.region is 'the division whose unit of the department has the case';
comment on column distribution.corrected is 'on the first row: whether a person changed it later';
create index distribution_share on distribution (at, department, region, corrected) where number = 1;
