-- Tables partitioned by month. A migration that makes one writes
--
--   CREATE TABLE journal (month date NOT NULL, ..., PRIMARY KEY (month, id)) PARTITION BY RANGE (month);
--   SELECT partition_by_month('journal');
--
-- month is the first of the month. That makes the partition journal_default, which takes whatever month has none of its
-- own, and journal_2026_11 and so on for last month to three months ahead; the application repeats it at start and daily.
CREATE TABLE partitioned_table (
    name text PRIMARY KEY
);

CREATE FUNCTION ensure_month_partition(parent text, first_of_month date) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    partition text := parent || to_char(first_of_month, '_YYYY_MM');
    taken     boolean;
BEGIN
    IF to_regclass(quote_ident(partition)) IS NOT NULL THEN
        RETURN 0;
    END IF;
    -- A month that already fell into the default partition stays there: moving rows is an operator's decision.
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE month >= %L AND month < %L)',
                   parent || '_default', first_of_month, first_of_month + interval '1 month') INTO taken;
    IF taken THEN
        RETURN 0;
    END IF;
    EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
                   partition, parent, first_of_month, (first_of_month + interval '1 month')::date);
    PERFORM reserve_for_owner(partition);
    RETURN 1;
END
$$;

-- Rows are reached through the parent only, so that its privileges (an append-only journal, say) hold everywhere.
CREATE FUNCTION reserve_for_owner(reserved text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    reader text;
BEGIN
    FOR reader IN
        SELECT DISTINCT pg_get_userbyid(entry.grantee)
        FROM pg_class, aclexplode(relacl) AS entry
        WHERE oid = to_regclass(quote_ident(reserved)) AND entry.grantee <> relowner AND entry.grantee <> 0
    LOOP
        EXECUTE format('REVOKE ALL ON %I FROM %I', reserved, reader);
    END LOOP;
END
$$;

CREATE FUNCTION ensure_month_partitions(past integer, ahead integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    this_month date := date_trunc('month', now() AT TIME ZONE 'Asia/Shanghai')::date;
    made       integer := 0;
    parent     text;
    distance   integer;
BEGIN
    -- Two nodes may start at once.
    PERFORM pg_advisory_xact_lock(hashtext('ensure_month_partitions'));
    FOR parent IN SELECT name FROM partitioned_table ORDER BY name LOOP
        FOR distance IN -past .. ahead LOOP
            made := made + ensure_month_partition(parent, (this_month + make_interval(months => distance))::date);
        END LOOP;
    END LOOP;
    RETURN made;
END
$$;

CREATE FUNCTION partition_by_month(parent text) RETURNS integer
    LANGUAGE plpgsql SET search_path = public, pg_temp AS
$$
BEGIN
    INSERT INTO partitioned_table (name) VALUES (parent);
    EXECUTE format('CREATE TABLE %I PARTITION OF %I DEFAULT', parent || '_default', parent);
    PERFORM reserve_for_owner(parent || '_default');
    RETURN ensure_month_partitions(1, 3);
END
$$;

SELECT reserve_for_owner('partitioned_table');
REVOKE ALL ON FUNCTION reserve_for_owner(text), ensure_month_partition(text, date), partition_by_month(text) FROM PUBLIC;
