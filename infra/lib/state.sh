# Sourced by infra/run. What lies under --data, and that one run at a time uses it.

open_state() {
    mkdir -p "$data" 2>/dev/null || fail "$data cannot be created."
    data=$(cd "$data" && pwd -P)
    [ -w "$data" ] || fail "$data is not writable."
    take_lock
    (umask 066 && mkdir -p "$data/logs" "$data/media" "$data/mail" && umask 077 && mkdir -p "$data/secrets" "$data/keys")
    keep_logs_short
}

# Children inherit the lock: it is free only when nothing of an earlier run lives.
take_lock() {
    exec {lock}>>"$data/lock"
    if ! flock -n "$lock"; then
        local other; other=$(cat "$data/pid" 2>/dev/null || true)
        if [ -n "$other" ] && kill -0 "$other" 2>/dev/null; then
            fail "another run (process $other) already uses $data: stop it, or give another --data."
        fi
        flock -w 30 "$lock" || fail "processes of an earlier run still use $data: stop them, or give another --data."
    fi
    echo $$ >"$data/pid"
}

keep_logs_short() {
    local log
    for log in "$data"/logs/*.log; do
        [ -e "$log" ] && [ "$(stat -c %s "$log")" -gt 10000000 ] && mv "$log" "$log.1"
    done
    return 0
}

# secret NAME: 32 random bytes in base64, made once, readable by us alone.
secret() {
    local file=$data/secrets/$1
    if [ ! -s "$file" ]; then
        (umask 077 && head -c 32 /dev/urandom | base64 -w0 >"$file.new" && mv "$file.new" "$file")
    fi
    cat "$file"
}

# remembered NAME: the port written down under that name when it is free, else a new one, written down.
remembered() {
    local file=$data/ports/$1 number
    mkdir -p "$data/ports"
    number=$(cat "$file" 2>/dev/null || true)
    if [ -z "$number" ] || port_taken "$number"; then number=$(free_port); fi
    echo "$number" >"$file"
    echo "$number"
}

choose_ports() {
    if [ -z "$port_asked" ]; then
        port=5080
        while port_taken "$port"; do port=$((port + 1)); done
    fi
    postgres_port=$(remembered postgres)
    janus_port=$(remembered janus)
    sink_port=
    reply_port=
    if [ -z "${Training__Mail__Host:-}" ]; then
        sink_port=$(remembered smtp)
        reply_port=$(remembered replies)
    fi
    rtp_range=${TRAINING_RTP_RANGE:-$(free_rtp_range)}
}

# 200 UDP ports together, below the ports of outgoing connections.
free_rtp_range() {
    local first used
    used=$(awk 'FNR > 1 { n = split($2, a, ":"); print a[n] }' /proc/net/udp /proc/net/udp6 2>/dev/null | while read -r hex; do echo $((16#$hex)); done)
    for first in $(seq 10000 200 19800 | shuf); do
        if ! awk -v f="$first" '$1 >= f && $1 < f + 200 { found = 1 } END { exit !found }' <<<"$used"; then
            echo "$first-$((first + 199))"
            return 0
        fi
    done
    fail "no 200 free UDP ports together between 10000 and 19999: set TRAINING_RTP_RANGE."
}
