-- What the code of a division tells by itself, the same as catalogue/RegionCode in Java (a test holds the two together).
create function region_prefix(code text) returns text language sql immutable parallel safe return
    case when code ~ '^\d{12}$' then
        case when code like '%0000000000' then left(code, 2) when code like '%00000000' then left(code, 4)
            when code like '%000000' then left(code, 6) when code like '%000' then left(code, 9) else code end
    when code ~ '^\d{6}$' then
        case when code like '%0000' then left(code, 2) when code like '%00' then left(code, 4) else code end
    else '-' end;
comment on function region_prefix is 'the digits that the codes of a division and of all below it begin with: 43, 4301, 430102, 430102001';

create function region_city(code text) returns text language sql immutable parallel safe return left(code, 4) || '00';
comment on function region_city is 'the city a division is or lies in; the province is its own';

create function region_lineage(code text) returns text[] language sql immutable parallel safe return
    array[code, left(code, 9) || '000', left(code, 6), left(code, 4) || '00', left(code, 2) || '0000'];
comment on function region_lineage is 'a division and what it lies in, the lowest first, for = any (…)';
