-- 数据范围: what signed-in people see is read under a role of its own, which row security confines to what is theirs, their
-- department's or their region's. The settings onevisit.* say whose connection it is (package reach). A table without a rule
-- is closed to that role: a migration that makes a table gives it one of the two
--
--   select reach_open('region');                                   -- nobody's: everybody reads all of it
--   select reach_rule('case_file', '{region} or {department} or reach_sees(case_no)');
--
-- {region}          whoever watches over a whole region, by the table's column region
-- {department}      officers of a department, by the columns department and region
-- {number:COLUMN}   as {region}, by the digits a number begins with
-- {account}, {person}   user name of who is signed in, and the keyed hash of their identity number (vault)
-- {groups}, {unit}  the groups whose tasks they take, and the divisions they take them for
create function reach_settings(rule text) returns text language sql immutable as
$$
    select regexp_replace(regexp_replace(replace(replace(replace(replace(replace(replace(rule,
        '{region}', 'region between {:region_from} and {:region_through}'),
        '{department}', '(department = {:department} and region between {:unit_from} and {:unit_through})'),
        '{unit}', 'region between {:unit_from} and {:unit_through}'),
        '{account}', '{:account}'),
        '{person}', '{:person}'),
        '{groups}', 'any ((select string_to_array(current_setting(''onevisit.groups''), '',''))::text[])'),
        '\{number:(\w+)\}', 'ltrim(\1, ''ABCDEFGHIJKLMNOPQRSTUVWXYZ'') between {:region_from} and {:region_through}', 'g'),
        -- A subquery is asked once per statement, not once per row.
        '\{:(\w+)\}', '(select current_setting(''onevisit.\1''))', 'g')
$$;

create function reach_rule(target text, rule text) returns void language plpgsql as
$$
declare
    platform text := current_setting('onevisit.application_role');
    person   text := current_setting('onevisit.person_role');
begin
    execute format('alter table %I enable row level security', target);
    -- The platform's own work is for everybody; "true" is no condition in any plan.
    execute format('create policy platform on %I to %I using (true) with check (true)', target, platform);
    execute format('create policy reach on %I for select to %I using (%s)', target, person, reach_settings(rule));
    -- To lock a row asks for the right to change it; without a policy for it there is none to lock or to change.
    if has_table_privilege(platform, quote_ident(target), 'update') then
        execute format('grant select, update on %I to %I', target, person);
    else
        execute format('grant select on %I to %I', target, person);
    end if;
end
$$;

create function reach_open(target text) returns void language plpgsql as
$$
begin
    execute format('grant select on %I to %I', target, current_setting('onevisit.person_role'));
end
$$;

-- Whether the person may see what has this number (an application, a case, a paper, a rating, an order, a card): it is
-- theirs, it lies in the region they watch over, it is their department's there, or their group has or had a task about it.
create function reach_sees(no text) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as
$$
declare
    me           text := current_setting('onevisit.account');
    person_no    text := current_setting('onevisit.person');
    mine         text := current_setting('onevisit.department');
    my_groups    text[] := string_to_array(current_setting('onevisit.groups'), ',');
    unit_from    text := current_setting('onevisit.unit_from');
    unit_through text := current_setting('onevisit.unit_through');
    about        text;
begin
    if no is null or no = '' then
        return false;
    end if;
    if ltrim(no, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
        between current_setting('onevisit.region_from') and current_setting('onevisit.region_through') then
        return true;
    end if;
    case left(no, 1)
        when 'A' then about := no;
        when 'D' then select p.application_no into about from paper p where p.no = reach_sees.no;
        when 'R' then
            return exists (select from rating r where r.no = reach_sees.no
                    and (r.rater = me or r.department = mine and r.region between unit_from and unit_through
                        or r.region between current_setting('onevisit.region_from') and current_setting('onevisit.region_through')
                        or r.application_no is not null and reach_sees(r.application_no)))
                or exists (select from work_item w where w.subject_no = reach_sees.no
                    and w.candidate = any (my_groups) and w.region between unit_from and unit_through);
        when 'W' then
            return exists (select from work_order o where o.no = reach_sees.no
                    and (o.owner = me or o.agent = me
                        or (o.unit = mine or mine = any (o.co_units)) and o.region between unit_from and unit_through
                        or o.region between current_setting('onevisit.region_from') and current_setting('onevisit.region_through')))
                or exists (select from work_item w where w.subject_no = reach_sees.no
                    and w.candidate = any (my_groups) and w.region between unit_from and unit_through);
        when 'K' then
            return exists (select from card k where k.card_no = reach_sees.no
                    and (k.department = mine and k.region between unit_from and unit_through
                        or k.region between current_setting('onevisit.region_from') and current_setting('onevisit.region_through')))
                or exists (select from work_item w where w.subject_no = reach_sees.no
                    and w.candidate = any (my_groups) and w.region between unit_from and unit_through);
        else select c.application_no into about from case_file c where c.month = month_of(no) and c.case_no = no;
    end case;
    if about is null then
        return false;
    end if;
    return exists (select from application a where a.month = month_of(about) and a.application_no = about
            and (application_followed_by(a.owner, a.applicant_key, a.mandate, me, person_no, current_setting('onevisit.today')::date)
                or a.intake_by = me
                or a.region between current_setting('onevisit.region_from') and current_setting('onevisit.region_through')))
        or exists (select from work_item w where w.application_no = about
            and w.candidate = any (my_groups) and w.region between unit_from and unit_through)
        or exists (select from case_file c where c.month = month_of(about) and c.application_no = about
            and c.department = mine and c.region between unit_from and unit_through);
end
$$;

-- Whether this keyed hash is that of the person themselves, or of somebody named in what they work on.
create function reach_knows(key text) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as
$$
begin
    return key = current_setting('onevisit.person')
        or exists (select from party p where p.id_no_key = key and reach_sees(p.application_no));
end
$$;

-- Whether this account wrote a rating that the person handles: they are to reach its rater.
create index rating_rater on rating (rater) where rater is not null;
create function reach_rater(username text) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as
$$
begin
    return exists (select from rating r where r.rater = username and reach_sees(r.no));
end
$$;

-- Applications and cases, and what hangs on their numbers.
select reach_rule('application',
    '{region} or owner = {account} or applicant_key = {person} or intake_by = {account} or reach_sees(application_no)');
select reach_rule('case_file', '{region} or {department} or applicant_key = {person} or reach_sees(case_no)');
select reach_rule('clock', '{region} or {department} or reach_sees(case_no)');
select reach_rule('distribution', '{region} or {department} or reach_sees(case_no)');
-- Only columns of its index: lists of tasks are counted without reading a row.
select reach_rule('work_item', '{region} or candidate = {groups} and {unit}');
select reach_rule(target, format('{number:%1$s} or reach_sees(%1$s)', number_column))
from (values ('journal', 'no'), ('rule_record', 'no'), ('clock_entry', 'case_no'), ('case_link', 'case_no'),
    ('calendar_change', 'case_no'), ('applicant_task', 'business_key'), ('application_material', 'application_no'),
    ('application_document', 'application_no'), ('material_comparison', 'application_no'),
    ('supplement_request', 'application_no'), ('second_notice', 'business_key'), ('deferred_material', 'application_no'),
    ('commitment', 'application_no'), ('paper', 'application_no'), ('license_face', 'case_no'),
    ('handoff_message', 'case_no'), ('handoff_inbox', 'case_no'), ('handoff_progress', 'case_no'),
    ('incident_record', 'business_key')) rule (target, number_column);

-- Writing an application, and what came of it.
create function reach_helps(draft uuid) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as
$$
begin
    return exists (select from draft_help h
        where h.draft_id = draft and h.helper = current_setting('onevisit.account') and h.ended_at is null);
end
$$;
select reach_rule('draft', 'owner = {account} or reach_helps(id)');
select reach_rule('draft_help', 'owner = {account} or helper = {account}');
select reach_rule('legal_person', 'representative = {account} or account = {account}');
select reach_rule('mandate', 'agent = {account} or principal = {account} or given_by = {account} or principal_id_key = {person}
    or exists (select from legal_person l where l.account = principal)');
select reach_rule('draft_document', 'exists (select from draft d where d.id = draft_id)');
select reach_rule('submission', 'owner = {account}');
select reach_rule('submitted_draft', 'owner = {account}');
select reach_rule('window_intake', '{region} or clerk = {account}');
create index draft_document_document on draft_document (document_id);
select reach_rule('document',
    'owner = {account} or exists (select from application_document d where d.document_id = document.id)
        or exists (select from application_material m where m.document_id = document.id)
        or exists (select from draft_document d where d.document_id = document.id)');
select reach_rule('document_page', 'exists (select from document d where d.id = document_id)');
select reach_rule('document_reading', 'exists (select from document d where d.id = document_id)');
select reach_rule('notice_message', 'recipient = {account}');

-- Licenses: their holder's, and those of the cases that made or used them.
create index application_material_license on application_material (license_identifier) where license_identifier is not null;
select reach_rule('license_holder',
    'reach_knows(id_no_key) or exists (select from application_material m where m.license_identifier = license_holder.identifier)');
select reach_rule('license', 'exists (select from license_holder h where h.identifier = license.identifier) or reach_sees(case_no)');
select reach_rule('license_authorisation', 'holder_id_no = {person} or reach_sees(application_no)');
select reach_rule('license_use', 'on_behalf_of = {person} or reach_sees(application_no)');

-- Supervision.
select reach_rule('card', '{region} or {department} and issued_at is not null or reach_sees(card_no)');
select reach_rule(target, 'exists (select from card c where c.id = card_id)')
from unnest(array['card_act', 'card_appeal', 'card_urging', 'recheck_finding']) target;

-- Voices: ratings and orders.
select reach_rule('rating', '{region} or {department} or rater = {account} or reach_sees(no)');
select reach_rule('rating_addition', '{number:no} or reach_sees(no)');
select reach_rule('rating_round', '{number:no} or reach_sees(no)');
select reach_rule('service_visit', '{region} or clerk = {account}');
select reach_rule('work_order',
    '{region} or owner = {account} or (select current_setting(''onevisit.line'')) = ''true'' and {unit} or reach_sees(no)');
select reach_rule('hotline_call', '{region} or agent = {account} or (select current_setting(''onevisit.line'')) = ''true'' and {unit}');

create function reach_wrote(draft text) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as
$$
begin
    return exists (select from draft d where d.id = draft::uuid and d.owner = current_setting('onevisit.account'))
        or exists (select from submitted_draft s where s.draft_id = draft::uuid and s.owner = current_setting('onevisit.account'));
end
$$;

-- Who saw and did what: whoever audits a region, and people what concerns their own.
select reach_rule('audit_entry',
    '(select current_setting(''onevisit.auditor'')) = ''true'' and {unit} or application_no <> '''' and reach_sees(application_no) or kind = ''DRAFT'' and reach_wrote(number)');

-- Whether this account is the other side of a mandate of the person's.
create function reach_mandated(username text) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as
$$
declare
    me text := current_setting('onevisit.account');
begin
    return exists (select from mandate m
        where m.agent = me and username in (m.principal, m.given_by)
           or m.agent = username and (me in (m.principal, m.given_by) or represents(me, m.principal)));
end
$$;

-- Accounts: the own one, officers and legal persons by name, the people of what they work on, and raters of ratings they handle. Never a password.
select reach_rule('account', 'username = {account} or kind <> ''NATURAL'' or id_no_key is not null and reach_knows(id_no_key) or reach_mandated(username) or reach_rater(username)');
do
$$
declare
    person text := current_setting('onevisit.person_role');
begin
    execute format('revoke all on draft_help from %I', person);
    execute format('grant select (id, draft_id, owner, handle, made_at, tries, helper, taken_at, filled, asked_at, asked_revision,
        asked_licenses, ended_at) on draft_help to %I', person);
    execute format('revoke all on account from %I', person);
    execute format('grant select (username, name, roles, department, region, id_no, id_no_key, phone, phone_key, enabled, kind, level,
        phone_proved, password_temporary, created_at, stamp) on account to %I', person);
end
$$;

-- Nobody's: what is offered and by whom, calendars, figures, the platform's own state.
select reach_open(name)
from unnest(array['alarm_check', 'audit_beginning', 'bundle_edition', 'bundle_file', 'calendar_rebase', 'calendar_year', 'card_text',
    'catalogue_import', 'catalogue_import_row', 'department', 'hotline_duty', 'hotline_knowledge', 'item_link', 'item_material',
    'item_overlay', 'item_special_procedure', 'license_type', 'material', 'number_subject', 'rating_day', 'rating_label', 'recheck_run',
    'recipient_change', 'region', 'service_item', 'stat_day', 'stat_month', 'stat_proof', 'stat_state', 'stat_touch',
    'supervision_failure', 'supervision_recipient', 'unit_hours', 'working_calendar']) name;

-- Regions are compared as ranges, which row security lets an index answer; patterns it does not.
drop index work_item_open;
create index work_item_open on work_item (candidate, region, due_at, created_at)
    include (task_id, assignee, blue_at, yellow_at, red_at) where ended_at is null;
drop index card_region;
create index card_region on card (region, raised_at desc, id desc);
drop index work_order_region;
create index work_order_region on work_order (region, created_at desc);
