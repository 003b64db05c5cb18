-- What people wrote or were told lies sealed (vault/Column). A paper stays as it was written; its paragraphs may only be
-- sealed, the first time or with a newer key.
create function paper_is_final() returns trigger language plpgsql as
$$
begin
    if tg_op = 'UPDATE' and to_jsonb(new) - 'paragraphs' = to_jsonb(old) - 'paragraphs'
            and cardinality(new.paragraphs) = 1 and starts_with(new.paragraphs[1], 'enc:') then
        return new;
    end if;
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;
drop trigger paper_stays on paper;
create trigger paper_stays before update or delete on paper for each row execute function paper_is_final();
comment on column paper.paragraphs is 'sealed: a list of one text, which is the list (vault)';

-- Lists name what an order is about by its duty and show none of its words any more.
update work_item w
set subject_title = regexp_replace(w.subject_title, '：.*', '：' || coalesce(d.name, o.duty)),
    item_name = regexp_replace(w.item_name, '：.*', '：' || coalesce(d.name, o.duty))
from work_order o left join hotline_duty d on d.code = o.duty
where o.no = w.subject_no;
