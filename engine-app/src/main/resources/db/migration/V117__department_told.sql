-- A department that ended a case itself is not told of the end.
alter table handoff_progress add column ended_by_department boolean not null default false;

-- A content is deleted once nobody uses it, so it is looked for by its sum.
create index document_content on document (sha256);
create index document_page_content on document_page (sha256);
