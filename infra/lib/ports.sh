# Sourced. Which TCP ports are taken, without any tool.

listening_ports() { awk '$4 == "0A" { n = split($2, a, ":"); print a[n] }' /proc/net/tcp /proc/net/tcp6 2>/dev/null; }

port_taken() { listening_ports | grep -qx "$(printf '%04X' "$1")"; }

# A free port below the range from which the system picks the ports of outgoing connections.
free_port() {
    local candidate
    for _ in {1..200}; do
        candidate=$((20000 + RANDOM % 10000))
        if ! port_taken "$candidate"; then echo "$candidate"; return 0; fi
    done
    fail "no free port between 20000 and 29999."
}
