-- Papers that acts of the life cycle leave (文书): data, from which the PDF is drawn when somebody asks for it.
create table paper (
    no             varchar(24) primary key,
    kind           text not null,
    title          text not null,
    application_no varchar(24) not null,
    case_no        varchar(24),
    issuer         text not null,
    addressee      text not null,
    subject        text not null,
    paragraphs     text[] not null,
    code           varchar(12) not null,
    issued_at      timestamptz not null
);
create index paper_application on paper (application_no, issued_at);
comment on column paper.code is 'printed beside the QR code: who has it may see whether the paper is genuine';
create trigger paper_stays before update or delete on paper for each row execute function record_is_final();
