# Sourced. Running a server as an unprivileged user when we are root, even beneath a directory only root may enter.

UNPRIVILEGED_DEATH_SIGNAL=${UNPRIVILEGED_DEATH_SIGNAL:-}
unprivileged_user=
unprivileged_setpriv=()

# as_user NAME DIR: what follows runs as NAME (when we are root) and works beneath DIR.
# A directory the user cannot reach is entered by the one capability that searches and reads.
as_user() {
    [ "$(id -u)" = 0 ] || return 0
    unprivileged_user=$1
    id "$1" >/dev/null 2>&1 || unprivileged_user=nobody
    unprivileged_setpriv=(--reuid "$unprivileged_user" --regid "$(id -gn "$unprivileged_user")" --init-groups --no-new-privs)
    if ! setpriv "${unprivileged_setpriv[@]}" test -x "$(dirname "$2")" 2>/dev/null; then
        unprivileged_setpriv+=(--inh-caps=+dac_read_search --ambient-caps=+dac_read_search)
    fi
    chmod 711 "$2"
}

# give PATH...: to the user the server runs as.
give() { [ -z "$unprivileged_user" ] || chown -R "$unprivileged_user:" "$@"; }

unprivileged() {
    if [ ${#unprivileged_setpriv[@]} -gt 0 ]; then setpriv "${unprivileged_setpriv[@]}" -- "$@"; else "$@"; fi
}

# The parent-death signal is set last: changing user would clear it.
exec_unprivileged() {
    local options=("${unprivileged_setpriv[@]}")
    [ -z "$UNPRIVILEGED_DEATH_SIGNAL" ] || options+=(--pdeathsig "$UNPRIVILEGED_DEATH_SIGNAL")
    if [ ${#options[@]} -gt 0 ]; then exec setpriv "${options[@]}" -- "$@"; else exec "$@"; fi
}
