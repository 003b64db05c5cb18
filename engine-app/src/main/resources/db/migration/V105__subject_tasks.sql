-- Tasks about something that is neither a case nor an application: a rating, a work order, a card.
alter table work_item alter column application_no drop not null;
alter table work_item
    add column subject_no         varchar(24),
    add column subject_title      text,
    add column subject_person     text,
    add column subject_department text,
    add column subject_due_at     timestamptz,
    add constraint work_item_about check ((subject_no is null) <> (application_no is null));
create index work_item_subject on work_item (subject_no) where subject_no is not null;
