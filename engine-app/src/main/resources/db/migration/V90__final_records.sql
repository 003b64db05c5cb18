-- What happened and which rules fired is written once and never changed.
create function record_is_final() returns trigger language plpgsql as
$$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;
create trigger journal_stays before update or delete on journal for each row execute function record_is_final();
create trigger journal_not_emptied before truncate on journal for each statement execute function record_is_final();
create trigger rule_record_stays before update or delete on rule_record for each row execute function record_is_final();
create trigger rule_record_not_emptied before truncate on rule_record for each statement execute function record_is_final();
