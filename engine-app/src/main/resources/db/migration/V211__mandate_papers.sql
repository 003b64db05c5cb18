-- The paper by which a mandate was given (授权委托书), scanned: evidence of its own where the principal does not come, and
-- beside the principal's own word otherwise. Uploaded first, named when the mandate is given; what nobody names goes.
alter table mandate drop constraint mandate_evidence_check;
alter table mandate add constraint mandate_evidence_check check (evidence in ('SIGNED_IN', 'WINDOW', 'PAPER'));

create table mandate_paper (
    document_id uuid primary key references document (id),
    mandate     uuid references mandate (id),
    uploaded_by text not null references account (username),
    uploaded_at timestamptz not null
);
create index mandate_paper_mandate on mandate_paper (mandate, uploaded_at);
create index mandate_paper_unused on mandate_paper (uploaded_at) where mandate is null;
comment on column mandate_paper.mandate is 'null until a mandate is given by it';
-- Both sides of the mandate, and officers of what was applied for under it.
select reach_rule('mandate_paper',
    'mandate is null and uploaded_by = {account} or exists (select from mandate m where m.id = mandate)
        or exists (select from application a where a.mandate = mandate_paper.mandate)');

-- A second rule beside that of the documents of applications and drafts: either lets read.
do
$$
begin
    execute format('create policy reach_mandate on document for select to %I using (
        exists (select from mandate_paper p where p.document_id = document.id))', current_setting('onevisit.person_role'));
end
$$;
