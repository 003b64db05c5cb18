-- Asked at every call from one model to another: whether the city has an edition of its own.
create index bundle_file_city on bundle_file (region, name);
