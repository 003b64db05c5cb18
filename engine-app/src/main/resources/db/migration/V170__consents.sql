-- Consents can be taken back by whoever holds the license and by whoever gave them.
alter table license_authorisation add column withdrawn_by text;
comment on column license_authorisation.withdrawn_by is 'user name of who took it back';
create index license_authorisation_holder on license_authorisation (holder_id_no, granted_at desc);
create index license_use_authorisation on license_use (authorisation_id, id) where authorisation_id is not null;

-- Cases not yet accepted that may no longer use the license by which the material was exempted: they are asked for the paper.
alter table application_material add column paper_for text[] not null default '{}';
