-- Dice that always fall the same way: the same n and salt give the same face, on every machine.
CREATE FUNCTION pg_temp.pick(n bigint, salt int, faces int) RETURNS int LANGUAGE sql IMMUTABLE AS
    $$ SELECT (abs(hashint8extended(n, salt) % faces))::int $$;

-- Of the same faces, the first ones much more often: a few groups, bodies and agents make most of the traffic.
CREATE FUNCTION pg_temp.skewed(n bigint, salt int, faces int) RETURNS int LANGUAGE sql IMMUTABLE AS
    $$ SELECT floor(faces * power(pg_temp.pick(n, salt, 1000003) / 1000003.0::float8, 2.4))::int $$;

CREATE FUNCTION pg_temp.key(n bigint, salt int) RETURNS uuid LANGUAGE sql IMMUTABLE AS
    $$ SELECT md5(n || ':' || salt)::uuid $$;
