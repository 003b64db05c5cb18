-- What the person who handed a document in says stands in it, where it was read wrongly.
alter table document_reading add column stated jsonb;
comment on column document_reading.stated is 'Sealed; the words of whoever handed it in, by field. It never makes a comparison agree.';
