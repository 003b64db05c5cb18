-- 政务大厅: halls, what they serve at which windows, and the tickets of each day. A ticket names nobody.
create table hall (
    code    varchar(12) primary key,
    name    text not null,
    region  varchar(12) not null,
    address text not null,
    phone   text not null,
    hours   jsonb
);
comment on column hall.hours is 'the hours of its week; null: the office hours of its region''s calendar. Holidays and make-up days are always the calendar''s';

create table hall_service (
    hall     varchar(12) not null references hall,
    code     text not null,
    name     text not null,
    letter   char(1) not null,
    minutes  int not null check (minutes > 0),
    bookable int not null check (bookable >= 0),
    position int not null,
    primary key (hall, code),
    unique (hall, letter)
);
comment on column hall_service.minutes is 'how long serving one takes, until enough have been served to know';
comment on column hall_service.bookable is 'how many may book the same half hour; 0: no appointments';

create table hall_window (
    hall     varchar(12) not null references hall,
    no       int not null,
    name     text not null,
    services text[] not null,
    state    text not null default 'CLOSED' check (state in ('OPEN', 'PAUSED', 'CLOSED')),
    clerk    text,
    since    timestamptz,
    primary key (hall, no),
    check ((state = 'CLOSED') = (clerk is null))
);
-- Nobody sits at two windows.
create unique index hall_window_clerk on hall_window (clerk) where clerk is not null;

create table hall_ticket (
    id           uuid primary key,
    hall         varchar(12) not null,
    region       varchar(12) not null,
    day          date not null,
    no           text not null,
    service      text not null,
    source       text not null check (source in ('DESK', 'SELF', 'APPOINTMENT')),
    ahead        int not null check (ahead >= 0),
    rank_at      timestamptz not null,
    state        text not null check (state in ('WAITING', 'CALLED', 'SERVING', 'DONE', 'MISSED', 'LAPSED')),
    taken_at     timestamptz not null,
    window_no    int,
    clerk        text,
    wanted       int,
    calls        int not null default 0,
    called_at    timestamptz,
    announced_at timestamptz,
    started_at   timestamptz,
    ended_at     timestamptz,
    unique (hall, day, no),
    foreign key (hall, service) references hall_service
);
comment on column hall_ticket.ahead is 'minutes that its turn comes before that of who arrived at the same time';
comment on column hall_ticket.rank_at is 'its place in the queue: the earliest is called first';
comment on column hall_ticket.called_at is 'when it was called first: until then it waited';
comment on column hall_ticket.wanted is 'the window it was handed on to';
create index hall_ticket_waiting on hall_ticket (hall, day, rank_at) where state = 'WAITING';
create index hall_ticket_served on hall_ticket (hall, service, ended_at desc) where state = 'DONE';
create index hall_ticket_taken on hall_ticket (taken_at);
-- One at a time at each window.
create unique index hall_ticket_at_window on hall_ticket (hall, day, window_no) where state in ('CALLED', 'SERVING');

-- The last number of each service and day.
create table hall_count (
    hall    varchar(12) not null,
    service text not null,
    day     date not null,
    last    int not null,
    primary key (hall, service, day)
);

-- With which ticket somebody came to the window, and how long they had waited.
alter table window_intake add column ticket text, add column waited int;
comment on column window_intake.waited is 'seconds from the ticket to its first call';

select reach_open('hall');
select reach_open('hall_service');
select reach_open('hall_count');
select reach_rule('hall_window', 'exists (select from hall h where h.code = hall and {region})');
select reach_rule('hall_ticket', '{region}');
