-- A call during which an agent looked at a case that the caller named. Its number is the order's, once there is one.
create table hotline_call (
    no        varchar(24) primary key,
    agent     text not null,
    region    varchar(12) not null,
    caller    text not null,
    opened_at timestamptz not null,
    looks     int not null,
    shown     text[] not null default '{}',
    taken_at  timestamptz
);
create index hotline_call_open on hotline_call (opened_at desc, no) where taken_at is null;
comment on column hotline_call.shown is 'numbers of the cases that were found and shown during the call';

-- Lists show no caller's number any more, not in the first words of what they said either.
update work_item
set subject_title = regexp_replace(subject_title, '(1[0-9]{2})[0-9]{4}([0-9]{4})', '\1****\2', 'g'),
    item_name = regexp_replace(item_name, '(1[0-9]{2})[0-9]{4}([0-9]{4})', '\1****\2', 'g')
where subject_no like 'W%';
