-- 好差评. What a rating says is never changed; what the loop adds to it is.
create table rating (
    no                 varchar(24) primary key,
    matter             varchar(24),
    visit              varchar(24),
    application_no     varchar(24),
    case_no            varchar(24),
    region             varchar(12) not null,
    department         text not null,
    item_name          text not null,
    level              smallint not null check (level between 1 and 5),
    channel            smallint not null check (channel between 1 and 7),
    labels             text[] not null,
    labels_edition     int not null,
    text               text not null,
    rater              text,
    defaulted          boolean not null default false,
    rated_at           timestamptz not null,
    state              text not null,
    contact_note       text,
    verdict            text,
    verdict_note       text,
    evidence           text,
    excluded           boolean not null default false,
    excluded_by        text,
    exclusion_note     text,
    measures           text,
    extension_days     int,
    extended           boolean not null default false,
    reply              text,
    replied_at         timestamptz,
    call_back          text,
    call_back_note     text,
    second_level       smallint check (second_level between 1 and 5),
    second_at          timestamptz,
    contact_overdue    boolean not null default false,
    rectify_overdue    boolean not null default false,
    settled_at         timestamptz,
    publication        text not null,
    published_text     text,
    published_reply    text,
    publication_by     text,
    publication_note   text,
    check ((matter is null) <> (visit is null))
);
-- 一事一评, 一次一评.
create unique index rating_matter on rating (matter) where matter is not null;
create unique index rating_visit on rating (visit) where visit is not null;
create index rating_application on rating (application_no);
create index rating_bad on rating (rated_at desc, no) where level >= 4;
create index rating_open on rating (state, rated_at) where level >= 4;
create index rating_shown on rating (rated_at desc, no) where not defaulted and not excluded;
create index rating_review on rating (rated_at) where publication = 'PENDING';

create table rating_addition (
    id   bigint generated always as identity primary key,
    no   varchar(24) not null references rating,
    at   timestamptz not null,
    text text not null
);
create index rating_addition_no on rating_addition (no);

-- Figures are kept as ratings come in, so that a province's month is a few thousand rows and not millions.
create table rating_day (
    day        date not null,
    region     varchar(12) not null,
    department text not null,
    level      smallint not null,
    total      int not null,
    defaulted  int not null,
    excluded   int not null,
    primary key (day, region, department, level)
);

-- What may be ticked, per channel and edition; an edition is never changed, a newer one takes its place.
create table rating_label (
    channel    smallint not null,
    edition    int not null,
    code       text not null,
    label      text not null,
    bad        boolean not null,
    position   int not null,
    valid_from timestamptz not null,
    primary key (channel, edition, code)
);
insert into rating_label (channel, edition, code, label, bad, position, valid_from)
select channel, 1, code, label, bad, position, '2026-01-01T00:00:00+08:00'
from generate_series(1, 7) channel,
     (values ('friendly', '态度热情', false, 1), ('fast', '办得快', false, 2), ('once', '一次办成', false, 3),
             ('clear', '指引清楚', false, 4), ('rude', '态度生硬', true, 5), ('late', '超过承诺时限', true, 6),
             ('repeated-papers', '重复要材料', true, 7), ('not-told-at-once', '没有一次性告知', true, 8),
             ('many-visits', '来回跑', true, 9), ('hard-to-use', '系统不好用', true, 10))
       as seed (code, label, bad, position);

-- A visit to a window; its code, on paper or as QR, is all that is needed to rate it.
create table service_visit (
    code       varchar(24) primary key,
    case_no    varchar(24),
    region     varchar(12) not null,
    department text not null,
    item_name  text not null,
    clerk      text not null,
    at         timestamptz not null
);

-- Until when closed cases have had their default rating: the sweep goes on from here.
create table rating_default (
    id       int primary key check (id = 1),
    until    timestamptz not null,
    case_no  varchar(24) not null
);
insert into rating_default values (1, now() - interval '30 days', '');
create index case_file_closed_at on case_file (closed_at, case_no) where closed_at is not null;
