-- 办理方式: by what rule of its bundle a case is decided straight through, or handled by the unit of another level.
alter table case_file add column handling_level text not null default '';
alter table case_file add column handling_reason text not null default '';
comment on column case_file.handling_level is 'level of the division whose unit handles it; empty where that is found as usual';
comment on column case_file.handling_reason is 'why, in the words of the rule; empty where the item''s row says how';
