# Sourced by infra/run. The processes it starts: each in a session of its own (Ctrl-C reaches only us), each ended by the
# kernel when we are, each started again when it dies.

declare -A child_name=() child_pid=() child_since=() child_falls=()
stopping=
most_falls=10
exec {never}<> <(:) # a pipe on which nothing is ever written, to wait without a process
exec {talk}>&2

pause() { read -rt "$1" -u "$never" || true; }

now() { echo "${EPOCHREALTIME%.*}"; }

# start_child NAME [DELAY]: runs the function run_NAME, which must end in exec.
start_child() {
    local name=$1 delay=${2:-0} main=$$ parent
    (
        [ "$delay" = 0 ] || pause "$delay"
        read -r _ _ _ parent _ <"/proc/$BASHPID/stat"
        [ "$parent" = "$main" ] || exit 0
        "run_$name"
    ) >>"$data/logs/$name.log" 2>&1 </dev/null {talk}>&- &
    child_pid[$name]=$!
    child_name[$!]=$name
    child_since[$name]=$(($(now) + ${delay%.*}))
}

# as_child COMMAND…: for the end of run_NAME. TERM lets a host finish what it holds.
as_child() { exec setsid setpriv --pdeathsig TERM -- "$@"; }

last_words() { grep -v '^\s*$' "$data/logs/$1.log" 2>/dev/null | tail -1; }

# until_true SECONDS NAME COMMAND…: waits for the command to succeed while NAME lives.
until_true() {
    local end=$(($(now) + $1)) name=$2
    shift 2
    until "$@"; do
        kill -0 "${child_pid[$name]}" 2>/dev/null || fail "$name did not start: $(last_words "$name") ($data/logs/$name.log)"
        [ "$(now)" -lt "$end" ] || fail "$name did not get ready: ${not_ready:-$(last_words "$name")} ($data/logs/$name.log)"
        pause 0.2
    done
}

supervise() {
    local died code
    while true; do
        died= code=0
        { wait -n -p died; } 2>/dev/null || code=$? # bash would report a killed child in its own words
        [ -n "$died" ] || fail "nothing is left to watch."
        [ -n "${child_name[$died]:-}" ] || continue
        start_again "${child_name[$died]}" "$code"
        unset "child_name[$died]"
    done
}

# The first fall is mended at once; one that keeps falling waits longer each time, and in the end stops everything.
start_again() {
    local name=$1 code=$2 delay=0
    kill -KILL -- "-${child_pid[$name]}" 2>/dev/null || true # what it had started
    if [ $(($(now) - ${child_since[$name]})) -gt 30 ]; then child_falls[$name]=0; fi
    local falls=$((${child_falls[$name]:-0} + 1))
    child_falls[$name]=$falls
    [ "$falls" -le "$most_falls" ] || fail "$name fell $falls times in a row: $(last_words "$name") ($data/logs/$name.log)"
    if [ "$falls" -gt 1 ]; then
        local longest=$((falls < 6 ? 1 << (falls - 1) : 30))
        delay=$((longest / 2)).$((RANDOM % 10))
    fi
    say "$(date -u +%H:%M:%S) $name ended ($code); starting it again$([ "$delay" = 0 ] || echo " in $delay s")."
    start_child "$name" "$delay"
}

# stop_child NAME SECONDS [SIGNAL]
stop_child() {
    local pid=${child_pid[$1]:-}
    [ -n "$pid" ] || return 0
    kill "-${3:-TERM}" "$pid" 2>/dev/null || true
    local end=$(($(now) + $2))
    while kill -0 "$pid" 2>/dev/null && [ "$(now)" -lt "$end" ]; do pause 0.1; done
    kill -KILL -- "-$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
}

# Those who use before those who are used.
stop_everything() {
    local code=$?
    exec 2>&"$talk"
    trap '' INT TERM HUP
    trap - EXIT
    if [ ${#child_pid[@]} -gt 0 ]; then say "Stopping…"; fi
    stop_child portal 20
    stop_child scheduler 20
    stop_child janus 5
    stop_child mail_sink 5
    stop_child postgres 20 INT
    rm -f "$data/pid"
    exit "$code"
}
