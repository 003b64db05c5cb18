-- Who signs in. Passwords are hashed slowly; machines never come this way.
create table account (
    username   text primary key,
    name       text not null,
    password   text not null,
    roles      text[] not null,
    department text,
    region     varchar(12) not null,
    id_no      varchar(18),
    phone      varchar(20),
    enabled    boolean not null default true
);
create unique index account_id_no on account (id_no) where id_no is not null;
