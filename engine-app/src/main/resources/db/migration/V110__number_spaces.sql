-- How far the numbers of one kind, region and day have been handed out; nodes take them in blocks.
create table number_space (
    kind   char(1) not null,
    region char(6) not null,
    day    date not null,
    next   int not null check (next between 0 and 10000000),
    primary key (kind, region, day)
);
comment on column number_space.kind is 'C case, A application, R rating, W work order, D document, K card';
drop sequence number_seq;

-- The four digits by which a full number names what it is about: an item's code or, for an application of several, its bundle.
create table number_subject (
    code   text primary key,
    serial int not null generated always as identity unique check (serial between 1 and 9999)
);
