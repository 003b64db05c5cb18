-- Each publication of a bundle is one whole edition; what was published last is what new applications get.
create table bundle_edition (
    key           text not null,
    region        varchar(12) not null default '430000',
    number        int not null,
    content_hash  char(64) not null,
    status        text not null check (status in ('PUBLISHED', 'RETIRED')),
    published_by  text not null,
    published_at  timestamptz not null,
    source        text not null check (source in ('RELEASE', 'STUDIO')),
    note          text not null default '',
    deployment_id text,
    primary key (key, region, number)
);

create table bundle_file (
    key     text not null,
    region  varchar(12) not null,
    number  int not null,
    name    text not null,
    content bytea not null,
    primary key (key, region, number, name),
    foreign key (key, region, number) references bundle_edition (key, region, number)
);
