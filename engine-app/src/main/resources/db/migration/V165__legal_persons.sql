-- Legal persons (法人): accounts nobody signs in as, and who represents them by the register of legal persons.
create table legal_person (
    account           text primary key references account (username),
    credit_code       varchar(18) not null unique,
    representative    text not null references account (username),
    represented_since timestamptz not null
);
create index legal_person_representative on legal_person (representative);
comment on table legal_person is 'the representative is who the register named when they last asked; asked again with every act';

create function represents(person text, legal text) returns boolean
    language sql stable as
$$ select exists (select from legal_person where account = legal and representative = person) $$;
