-- One clock per supervised thing: its terms, and the instants that its ledger implies. Whatever lists or counts lights
-- compares these instants with now; a light begins strictly after its instant.
create table clock (
    case_no            varchar(24) not null,
    kind               text not null,
    month              date not null,
    department         text not null,
    region             varchar(12) not null,
    promised           int not null,
    statutory          int not null,
    unit               text not null,
    counting_rule      text not null,
    calendar_region    text not null,
    calendar_edition   int not null,
    thresholds         jsonb not null,
    thresholds_version int not null,
    started_at         timestamptz not null,
    blue_at            timestamptz,
    yellow_at          timestamptz,
    red_at             timestamptz,
    finished_at        timestamptz,
    stopped            boolean not null default false,
    provisional        boolean not null default false,
    raised             smallint not null default 0,
    -- The next instant after which a card is due. An ended case gets no warning any more, but what it breached is
    -- recorded, late if need be.
    next_light_at      timestamptz generated always as (
        case when finished_at is null
            then least(case when raised < 1 then blue_at end,
                       case when raised < 2 then yellow_at end,
                       case when raised < 3 then red_at end)
            else least(case when raised < 2 and yellow_at < finished_at then yellow_at end,
                       case when raised < 3 and red_at < finished_at then red_at end)
        end) stored,
    primary key (case_no, kind),
    foreign key (calendar_region, calendar_edition) references working_calendar (region, edition)
);
create index clock_next_light on clock (next_light_at) where next_light_at is not null;
create index clock_open on clock (case_no) where finished_at is null;
create index clock_provisional on clock (calendar_region, case_no) where provisional and finished_at is null;

comment on column clock.raised is 'the highest light that has its card: 1 blue, 2 yellow, 3 red; kept by supervision';
comment on column clock.thresholds is 'the rules of deadline-thresholds the clock was started with';

create table clock_entry (
    month       date not null,
    case_no     varchar(24) not null,
    kind        text not null,
    number      int not null,
    act         text not null,
    at          timestamptz not null,
    days        int,
    reason      text,
    legal_basis text,
    recorded_at timestamptz not null default now(),
    primary key (month, case_no, kind, number)
) partition by range (month);
select partition_by_month('clock_entry');

-- The ledger only grows: whatever a clock shows must be derivable from what was written, for ever.
create function clock_entry_is_final() returns trigger language plpgsql as
$$
begin
    raise exception 'clock_entry is append-only: % refused', tg_op using errcode = 'restrict_violation';
end
$$;
create trigger clock_entry_stays before update or delete on clock_entry
    for each row execute function clock_entry_is_final();
create trigger clock_entry_not_emptied before truncate on clock_entry
    for each statement execute function clock_entry_is_final();

-- What the hourly proof of the engine's alarms found.
create table alarm_check (
    id          bigint generated always as identity primary key,
    started_at  timestamptz not null,
    ended_at    timestamptz not null,
    checked     int not null,
    redated     int not null,
    missing     int not null,
    cases       text[]
);

-- What publishing a year's plan did to running clocks.
create table calendar_change (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    region     text not null,
    edition    int not null,
    case_no    varchar(24) not null,
    kind       text not null,
    yellow_was timestamptz,
    yellow_is  timestamptz,
    red_was    timestamptz,
    red_is     timestamptz
);
