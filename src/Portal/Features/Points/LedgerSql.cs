namespace Training.Portal.Features.Points;

/// <summary>
/// What makes the ledger exact whoever writes to it: lines never change, an account is the sum of its lines, a counter-line
/// counters exactly. Installed by a migration; a change here needs a migration of its own.
/// </summary>
internal static class LedgerSql
{
    public const string Install =
        """
        INSERT INTO points_accounts (member_id, balance, earned)
        SELECT member_id, sum(amount), sum(earned) FROM points_entries GROUP BY member_id;

        CREATE FUNCTION points_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '% is append-only: a line is reversed by a counter-line', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END $$;

        CREATE FUNCTION points_count() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NEW.reverses_id IS NOT NULL AND NOT EXISTS (
                SELECT FROM points_entries o WHERE o.id = NEW.reverses_id AND o.member_id = NEW.member_id
                    AND o.amount = -NEW.amount AND o.earned = -NEW.earned AND NEW.root_id = coalesce(o.root_id, o.id)) THEN
                RAISE EXCEPTION 'points entry % does not counter %', NEW.id, NEW.reverses_id USING ERRCODE = 'check_violation';
            END IF;
            INSERT INTO points_accounts (member_id, balance, earned) VALUES (NEW.member_id, 0, 0) ON CONFLICT DO NOTHING;
            UPDATE points_accounts SET balance = balance + NEW.amount, earned = earned + NEW.earned WHERE member_id = NEW.member_id;
            RETURN NULL;
        END $$;

        -- Only points_count, itself a trigger, may change a sum; anybody may open an empty account.
        CREATE FUNCTION points_guard_account() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF pg_trigger_depth() > 1 AND TG_OP <> 'DELETE' THEN
                RETURN NEW;
            END IF;
            IF TG_OP = 'INSERT' AND NEW.balance = 0 AND NEW.earned = 0 THEN
                RETURN NEW;
            END IF;
            RAISE EXCEPTION 'points_accounts follows points_entries' USING ERRCODE = 'restrict_violation';
        END $$;

        CREATE TRIGGER points_entries_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON points_entries FOR EACH STATEMENT EXECUTE FUNCTION points_refuse();
        CREATE TRIGGER points_entries_counted AFTER INSERT ON points_entries FOR EACH ROW EXECUTE FUNCTION points_count();
        CREATE TRIGGER points_accounts_guarded BEFORE INSERT OR UPDATE OR DELETE ON points_accounts FOR EACH ROW EXECUTE FUNCTION points_guard_account();
        CREATE TRIGGER points_accounts_kept BEFORE TRUNCATE ON points_accounts FOR EACH STATEMENT EXECUTE FUNCTION points_refuse();
        """;

    public const string Remove =
        """
        DROP TRIGGER points_entries_frozen ON points_entries;
        DROP TRIGGER points_entries_counted ON points_entries;
        DROP TRIGGER points_accounts_guarded ON points_accounts;
        DROP TRIGGER points_accounts_kept ON points_accounts;
        DROP FUNCTION points_refuse, points_count, points_guard_account;
        """;
}
