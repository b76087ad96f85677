# Sourced. One PostgreSQL for a run of tests or benchmarks, named to them by TRAINING_TEST_PG.

test_postgres=
test_memory=
test_memory_kilobytes=$((4 * 1024 * 1024))

# start_test_postgres DIR [--fast]: --fast keeps nothing over a crash, and lies in memory where there is room: tests make
# databases by the hundred.
start_test_postgres() {
    local dir=$1 port; port=$(free_port)
    shift
    if [ "${1:-}" = --fast ] && memory_has_room; then
        dir=$(mktemp -d /dev/shm/training-test-XXXXXX)
        test_memory=$dir
        chmod 711 "$dir"
    fi
    "$root/infra/postgres/start" --die-with-parent "$@" --dir "$dir/pg" --port "$port" >"$dir/pg.log" 2>&1 &
    test_postgres=$!
    until port_taken "$port"; do
        kill -0 "$test_postgres" 2>/dev/null || fail "PostgreSQL did not start: $(tail -1 "$dir/pg.log")"
        sleep 0.2
    done
    export TRAINING_TEST_PG="$(cat "$dir/pg/connection");Port=$port"
}

memory_has_room() {
    [ -w /dev/shm ] && [ "$(df --output=avail -k /dev/shm 2>/dev/null | tail -1)" -gt "$test_memory_kilobytes" ]
}

stop_test_postgres() {
    [ -n "$test_postgres" ] || return 0
    kill -INT "$test_postgres" 2>/dev/null || true
    wait "$test_postgres" 2>/dev/null || true
    [ -z "$test_memory" ] || rm -rf "$test_memory"
}
