-- Messages to people, each once per key.
create table notice_message (
    id             uuid primary key,
    key            text not null unique,
    recipient      text not null,
    notice         text not null,
    title          text not null,
    text           text not null,
    application_no varchar(24) not null,
    case_no        varchar(24),
    at             timestamptz not null,
    read_at        timestamptz
);
create index notice_message_recipient on notice_message (recipient, at desc);
