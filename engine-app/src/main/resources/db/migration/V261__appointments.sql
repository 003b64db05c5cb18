-- 预约: who comes to which hall, when and what for. Who it is says the account; a name stands here only for whom somebody else books.
create table appointment (
    id           uuid primary key,
    code         text not null,
    hall         varchar(12) not null,
    region       varchar(12) not null,
    service      text not null,
    subject      text not null,
    subject_name text not null,
    day          date not null,
    start        time not null,
    owner        text not null,
    mandate      uuid,
    for_whom     text,
    state        text not null check (state in ('BOOKED', 'CHECKED_IN', 'MISSED', 'CANCELLED')),
    booked_at    timestamptz not null,
    moved        int not null default 0,
    ended_at     timestamptz,
    ticket       uuid references hall_ticket on delete set null,
    foreign key (hall, service) references hall_service
);
create unique index appointment_code on appointment (hall, day, code);
-- Nobody is in two places at once.
create unique index appointment_twice on appointment (owner, coalesce(mandate, '00000000-0000-0000-0000-000000000000'), day, start)
    where state = 'BOOKED';
create index appointment_owner on appointment (owner, day desc);
create index appointment_day on appointment (hall, day, start);
create index appointment_open on appointment (day, start) where state = 'BOOKED';

-- How many have booked a half hour of a service, or one item on a day (at 00:00).
create table appointment_count (
    hall  varchar(12) not null,
    what  text not null,
    day   date not null,
    start time not null,
    taken int not null check (taken >= 0),
    primary key (hall, what, day, start)
);

select reach_open('appointment_count');
select reach_rule('appointment', '{region} or owner = {account}');
