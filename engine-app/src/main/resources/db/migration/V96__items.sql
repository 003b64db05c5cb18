-- Service items with their elements: typed columns for what steers behaviour, JSON (checked against item.schema.yaml) for
-- the rest; materials, links and special procedures as rows; what lower levels say of their own as overlays.
alter table region drop constraint region_level_check;
alter table region
    add constraint region_level_check check (level in ('PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
    add column effective_from date,
    add column effective_to date,
    add column successor varchar(12) references region (code),
    add column note text not null default '';
comment on column region.effective_to is 'last day of the division; its cases keep the code, new applications go to the successor';

create table license_type (
    code       text primary key,
    name       text not null,
    type_code  varchar(21) not null,
    position   int not null,
    definition jsonb not null
);
comment on table license_type is 'Types of e-license; definition is the whole entry of catalogue/license-types.yaml.';

alter table service_item
    add column catalog_code varchar(12),
    add column task_code varchar(31),
    add column handle_code varchar(33),
    add column legal_basis text,
    add column use_levels text[] not null default '{}',
    add column body_name text,
    add column body_code varchar(18),
    add column project_type text not null default '2' check (project_type in ('1', '2', '9')),
    add column system_name text,
    add column handle_area text not null default '0' check (handle_area in ('0', '1', '2', '3', '4')),
    add column visits int not null default 0 check (visits >= 0),
    add column visit_reason text,
    add column audience text[] not null default '{1}',
    add column fee boolean not null default false,
    add column deferrable_materials text[] not null default '{}',
    add column commitment boolean not null default false,
    add column commitment_check_days int check (commitment_check_days > 0),
    add column substantive boolean not null default false,
    add column real_name_level int not null default 3 check (real_name_level between 1 and 5),
    add column form text,
    add column effective_from date,
    add column effective_to date,
    add column status text not null default 'IN_FORCE' check (status in ('IN_FORCE', 'SUSPENDED', 'WITHDRAWN')),
    add column status_reason text,
    add column status_at timestamptz,
    add column status_by text,
    add column recorded_at timestamptz not null default now(),
    add column recorded_by text not null default '平台',
    add check (effective_to is null or effective_from is null or effective_to >= effective_from);
alter table service_item rename column counting_rule to rule;
comment on column service_item.effective_from is 'first day in force; null: since ever';
create index service_item_department on service_item (department, code);
create index service_item_catalog_code on service_item (catalog_code) where catalog_code is not null;
create index service_item_task_code on service_item (task_code) where task_code is not null;
create index service_item_handle_code on service_item (handle_code) where handle_code is not null;

create table item_special_procedure (
    code    text not null,
    region  varchar(12) not null,
    edition int not null,
    number  int not null,
    name    text not null,
    kind    text not null default '2' check (kind in ('1', '2')),
    days    int check (days > 0),
    basis   text,
    primary key (code, region, edition, number),
    foreign key (code, region, edition) references service_item (code, region, edition)
);
insert into item_special_procedure (code, region, edition, number, name)
    select code, region, edition, s.number, s.procedure
    from service_item, unnest(special_procedures) with ordinality as s (procedure, number);
alter table service_item drop column special_procedures;

create table item_material (
    code            text not null,
    region          varchar(12) not null,
    edition         int not null,
    number          int not null,
    material        text not null references material (key),
    name            text not null,
    necessity       text not null default 'REQUIRED' check (necessity in ('REQUIRED', 'CONDITIONAL', 'OPTIONAL')),
    needed_when     text,
    form            text not null default 'BOTH' check (form in ('PAPER', 'ELECTRONIC', 'BOTH')),
    source          text not null default 'APPLICANT' check (source in ('APPLICANT', 'GOVERNMENT', 'INTERMEDIARY', 'OTHER')),
    source_note     text,
    originals       int not null default 1 check (originals >= 0),
    copies          int not null default 0 check (copies >= 0),
    blank_form      text,
    example         text,
    fill_note       text,
    accept_standard text,
    legal_basis     text,
    issued_by       text,
    self_filled     boolean not null default false,
    license_types   text[] not null default '{}',
    local           boolean not null default false,
    primary key (code, region, edition, number),
    foreign key (code, region, edition) references service_item (code, region, edition)
);
create index item_material_material on item_material (material);

create table item_link (
    code         text not null,
    region       varchar(12) not null,
    edition      int not null,
    number       int not null,
    name         text not null,
    office       text,
    officer      text,
    days         int check (days >= 0),
    unit         text not null default 'WORKING_DAY' check (unit in ('WORKING_DAY', 'CALENDAR_DAY', 'HOUR')),
    special      boolean not null default false,
    special_note text,
    primary key (code, region, edition, number),
    foreign key (code, region, edition) references service_item (code, region, edition)
);

create table item_overlay (
    code           text not null,
    region         varchar(12) not null references region (code),
    edition        int not null,
    elements       jsonb not null,
    effective_from date not null,
    recorded_at    timestamptz not null,
    recorded_by    text not null,
    note           text not null default '',
    primary key (code, region, edition)
);
comment on table item_overlay is 'What a city, county, township or village says of its own about the item above it; an empty one takes it back.';

update service_item set
    legal_basis = nullif(elements ->> 'legalBasis', ''),
    elements = elements - '{code,name,department,itemType,promised,statutory,unit,rule,mode,resultLicense,specialProcedures,legalBasis}'::text[];

create table catalogue_import (
    id         uuid primary key,
    file_name  text not null,
    region     varchar(12) not null,
    created_at timestamptz not null,
    created_by text not null,
    state      text not null check (state in ('PREVIEW', 'LOADED', 'DISCARDED')),
    loaded     int,
    loaded_at  timestamptz
);
create table catalogue_import_row (
    import_id uuid not null references catalogue_import (id) on delete cascade,
    number    int not null,
    sheet_row int not null,
    code      text not null,
    name      text not null,
    outcome   text not null check (outcome in ('NEW', 'CHANGED', 'UNCHANGED', 'WRONG')),
    based_on  int,
    document  jsonb,
    faults    jsonb not null default '[]',
    primary key (import_id, number)
);
