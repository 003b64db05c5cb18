-- What can be applied for and by whom it is done.
create table region (
    code   varchar(12) primary key,
    name   text not null,
    level  text not null check (level in ('PROVINCE', 'CITY', 'COUNTY')),
    parent varchar(12) references region (code)
);

create table department (
    code text primary key,
    name text not null,
    uscc varchar(18)
);

create table material (
    key           text primary key,
    name          text not null,
    license_types text[] not null default '{}',
    formats       text[] not null default '{}',
    kind          text not null default 'none',
    holder        text not null default 'applicant'
);
comment on column material.kind is 'what the reader of scans knows this document as; none = not read';
comment on column material.holder is 'whose document it is: applicant, mother, father …; name and number are the answers <role>Name and <role>IdNo';

create table service_item (
    code               text not null,
    region             varchar(12) not null references region (code),
    edition            int not null,
    name               text not null,
    department         text not null references department (code),
    item_type          text not null,
    promised           int not null check (promised >= 0),
    statutory          int not null check (statutory >= promised),
    unit               text not null check (unit in ('WORKING_DAY', 'CALENDAR_DAY', 'HOUR')),
    counting_rule      text not null check (counting_rule in ('EXACT_TIME', 'NEXT_WORKDAY')),
    mode               text not null check (mode in ('NATIVE', 'PUSH', 'CHECK')),
    result_license     text,
    special_procedures text[] not null default '{}',
    elements           jsonb not null default '{}',
    primary key (code, region, edition)
);
