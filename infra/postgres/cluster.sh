# Sourced by infra/postgres/start; needs $dir and $binaries.

postgres_binaries() {
    local newest
    newest=$(compgen -G '/usr/lib/postgresql/*/bin/postgres' | sort -V | tail -1) || true
    [ -n "$newest" ] || fail "PostgreSQL is not installed (run infra/install)."
    dirname "$newest"
}

random_word() { od -An -tx1 -N24 /dev/urandom | tr -d ' \n'; }

# Built aside and renamed, so that an interrupted creation is begun again. Sorted as French does.
create_cluster() {
    local new=$dir/data.new super word
    rm -rf "$new" "$dir/connection"
    [ ! -e "$dir/data" ] || fail "$dir/data holds a cluster without $dir/connection; move it away."
    super=$(random_word) word=$(random_word)
    install -d -m 700 "$new"
    give "$new"
    printf '%s\n' "$super" >"$dir/superuser-password"
    install -m 600 "$dir/superuser-password" "$dir/initdb-password"
    give "$dir/initdb-password"
    unprivileged "$binaries/initdb" -D "$new" --username=postgres --encoding=UTF8 --locale=C.UTF-8 \
        --locale-provider=icu --icu-locale=fr --auth=scram-sha-256 --pwfile="$dir/initdb-password" >"$dir/initdb.log" 2>&1 ||
        fail "PostgreSQL could not create its cluster in $dir: $(tail -1 "$dir/initdb.log")."
    rm -f "$dir/initdb-password"
    single "CREATE ROLE training LOGIN CREATEDB PASSWORD '$word'" postgres
    single "CREATE DATABASE training OWNER training" postgres
    mv "$new" "$dir/data"
    printf 'Host=127.0.0.1;Username=training;Password=%s;Database=training\n' "$word" >"$dir/connection"
}

# One statement in single-user mode: no port, no password.
single() {
    unprivileged "$binaries/postgres" --single -D "$dir/data.new" -c log_statement=none "$2" <<<"$1" >>"$dir/initdb.log" 2>&1 ||
        fail "PostgreSQL could not prepare its cluster in $dir: $(tail -1 "$dir/initdb.log")."
}
