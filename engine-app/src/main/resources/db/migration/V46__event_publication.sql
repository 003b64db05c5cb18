-- Events between features, kept until every listener has done its part.
create table event_publication (
    id               uuid primary key,
    listener_id      text not null,
    event_type       text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date  timestamptz
);
create index event_publication_serialized on event_publication using hash (serialized_event);
create index event_publication_open on event_publication (publication_date) where completion_date is null;
