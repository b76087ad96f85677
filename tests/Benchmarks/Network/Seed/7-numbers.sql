-- Rows written with their number leave the sequences behind.
DO $$
DECLARE
    counted record;
BEGIN
    FOR counted IN SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND is_identity = 'YES' LOOP
        EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L), greatest(1, (SELECT max(%I) FROM %I)))', counted.table_name, counted.column_name, counted.column_name, counted.table_name);
    END LOOP;
END $$;
