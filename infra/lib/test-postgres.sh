# Sourced. One PostgreSQL for a run of tests or benchmarks, named to them by TRAINING_TEST_PG.

test_postgres=

# start_test_postgres DIR [--fast]
start_test_postgres() {
    local dir=$1 port; port=$(free_port)
    shift
    "$root/infra/postgres/start" --die-with-parent "$@" --dir "$dir/pg" --port "$port" >"$dir/pg.log" 2>&1 &
    test_postgres=$!
    until port_taken "$port"; do
        kill -0 "$test_postgres" 2>/dev/null || fail "PostgreSQL did not start: $(tail -1 "$dir/pg.log")"
        sleep 0.2
    done
    export TRAINING_TEST_PG="$(cat "$dir/pg/connection");Port=$port"
}

stop_test_postgres() {
    [ -n "$test_postgres" ] || return 0
    kill -INT "$test_postgres" 2>/dev/null || true
    wait "$test_postgres" 2>/dev/null || true
}
