-- 回避: whose matter an application is: the applicant, everybody whose identity number stands in its answers, and the person
-- whose account filed it. Officers get their number with their account, so that nobody decides what is their own.
create table party (
    application_no varchar(24) not null,
    id_no_key      text not null,
    primary key (application_no, id_no_key)
);
create index party_id_no_key on party (id_no_key);
comment on table party is 'Applicant, parties and agent of an application; asked whether an officer must stand back. Applications from before get theirs at the next start (cases/ApplicationParties).';
comment on column party.id_no_key is 'keyed hash of an identity number (vault)';
select reach_rule('party', 'reach_sees(application_no)');

-- A number belongs to one person's account; the same person may be an officer under another.
drop index account_id_no_key;
create unique index account_id_no_key on account (id_no_key) where id_no_key is not null and level >= 3 and kind <> 'STAFF';
drop index if exists account_id_no;
create unique index account_id_no on account (id_no) where id_no is not null and level >= 3 and kind <> 'STAFF';
comment on column account.id_no is 'of staff: what the administrator was told; it opens nothing and keeps them from their own cases';

-- Whether what has this number is a matter of the person with this keyed hash, who signs in as that user.
create function party_to(no text, person text, username text) returns boolean
    language plpgsql stable set search_path = public, pg_temp as
$$
declare
    about text;
begin
    case left(no, 1)
        when 'A' then about := no;
        when 'R' then
            if exists (select from rating r join account a on a.username = r.rater
                    where r.no = party_to.no and (a.id_no_key = person or a.username = party_to.username)) then
                return true;
            end if;
            select coalesce(r.application_no, c.application_no) into about
            from rating r left join case_file c on c.month = month_of(r.case_no) and c.case_no = r.case_no where r.no = party_to.no;
        when 'W' then
            if exists (select from work_order o join account a on a.username = o.owner
                    where o.no = party_to.no and (a.id_no_key = person or a.username = party_to.username)) then
                return true;
            end if;
            return (select party_to(o.case_no, person, party_to.username) from work_order o
                    where o.no = party_to.no and o.case_no is not null) is true;
        when 'K' then
            return (select party_to(k.case_no, person, party_to.username) from card k where k.card_no = party_to.no) is true;
        else select c.application_no into about from case_file c where c.month = month_of(no) and c.case_no = no;
    end case;
    return about is not null and (
        exists (select from party p where p.application_no = about and p.id_no_key = person)
        or exists (select from application a where a.month = month_of(about) and a.application_no = about
            and party_to.username in (a.owner, a.agent)));
end
$$;

-- The numbers of applications, bad ratings and orders that are this person's own, whoever asks.
create function own_matters(person text) returns setof text
    language sql stable security definer set search_path = public, pg_temp as
$$
    with mine (no) as (select application_no from party where id_no_key = person),
         me (username) as (select username from account where id_no_key = person)
    select no from mine
    union select r.no from rating r where r.application_no in (select no from mine)
    union select r.no from rating r where r.rater in (select username from me) and r.level >= 4
    union select o.no from work_order o where o.owner in (select username from me)
$$;
