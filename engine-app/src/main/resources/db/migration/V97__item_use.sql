-- Which cases run under an edition of an item: asked before the item changes.
create index case_file_open_item on case_file (item_code, item_edition) where closed_at is null;
