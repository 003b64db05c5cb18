-- Days that must be counted anew because something of long ago was changed: an acceptance dated back (deemed accepted on
-- the day of receipt), an end corrected later. What happens now needs no mark: the sweep looks back an hour by itself.
create table stat_touch (
    id bigint generated always as identity primary key,
    at timestamptz not null
);

create function case_counts_anew() returns trigger language plpgsql as
$$
begin
    insert into stat_touch (at)
    select distinct t.at from unnest(array [old.accepted_at, new.accepted_at, old.closed_at, new.closed_at]) as t (at)
    where t.at is not null;
    return null;
end
$$;
create trigger case_file_counts_anew after update of accepted_at, closed_at, state, result on case_file for each row
    when (new.accepted_at is distinct from old.accepted_at and new.accepted_at < now() - interval '30 minutes'
        or old.closed_at < now() - interval '30 minutes'
            and (new.closed_at, new.state, new.result) is distinct from (old.closed_at, old.state, old.result))
    execute function case_counts_anew();
