-- Which node does a periodic job now, and until when at the latest it may (ShedLock; by the database's time).
create table job_lock (
    name       varchar(64) primary key,
    lock_until timestamp not null,
    locked_at  timestamp not null,
    locked_by  varchar(255) not null
);
