-- What the search index has still to learn. A row is written in the transaction of the change and goes once it is indexed, so
-- that nothing is lost while the index is away.
create table search_change (
    type       text not null check (type in ('BUNDLE', 'ITEM')),
    key        text not null,
    changed_at timestamptz not null default clock_timestamp(),
    primary key (type, key)
);
create index search_change_order on search_change (changed_at);

-- Rebuilding the index from the catalogue: asked for, under way, over. One at a time.
create table search_rebuild (
    id         bigint generated always as identity primary key,
    asked_by   text not null,
    reason     text not null,
    asked_at   timestamptz not null,
    started_at timestamptz,
    total      int not null default 0,
    done       int not null default 0,
    documents  int not null default 0,
    ended_at   timestamptz,
    failure    text
);
create unique index search_rebuild_open on search_rebuild ((true)) where ended_at is null;
select reach_open('search_change');
select reach_open('search_rebuild');
