# Sourced. Debian packages: which are missing, and installing them without starting or enabling anything.

# A package, and how to see that it (or an equivalent from elsewhere) is there.
missing_packages() {
    compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || echo postgresql
    command -v janus >/dev/null || echo janus
    command -v janus-pp-rec >/dev/null || echo janus-tools
    command -v ffmpeg >/dev/null || echo ffmpeg
    command -v chromium >/dev/null || echo chromium
    command -v node >/dev/null || echo nodejs
    command -v npm >/dev/null || echo npm
    command -v curl >/dev/null || echo curl
    command -v setpriv >/dev/null || echo util-linux
    [ -e /etc/ssl/certs/ca-certificates.crt ] || echo ca-certificates
    [ -e /usr/share/zoneinfo/Europe/Paris ] || echo tzdata
    compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null || echo libicu72
    [ -d /usr/share/fonts/truetype/liberation ] || [ -d /usr/share/fonts/truetype/liberation2 ] || echo fonts-liberation
}

install_packages() {
    local names="$*"
    [ "$(id -u)" = 0 ] || fail "these Debian packages are missing and only root can install them: $names (run infra/install once as root)."
    command -v apt-get >/dev/null || fail "these packages are missing and there is no apt-get to install them: $names."
    say "Installing $names…"
    keep_services_from_starting "$@"
    local log; log=$(mktemp)
    if ! { apt_get update && apt_get install --yes --no-install-recommends "$@"; } >"$log" 2>&1; then
        local why; why=$(why_apt_failed "$log")
        rm -f "$log"
        fail "$names could not be installed: $why."
    fi
    rm -f "$log"
    let_services_start
    local still; still=$(missing_packages | tr '\n' ' ')
    [ -z "$still" ] || fail "installed without an error, and yet still missing: $still."
}

apt_get() {
    DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -q -o DPkg::Lock::Timeout=120 -o APT::Update::Error-Mode=any "$@"
}

policy=/usr/sbin/policy-rc.d
policy_backup=/usr/sbin/policy-rc.d.before-training
policy_mark='# Written by infra/install of Training for the time of one installation.'

# A package's own scripts start nothing while policy-rc.d says 101; Debian's open Janus is masked for good,
# and postgresql creates no system cluster.
keep_services_from_starting() {
    let_services_start # whatever an interrupted installation left
    if [ -e "$policy" ] || [ -L "$policy" ]; then mv "$policy" "$policy_backup"; fi
    printf '#!/bin/sh\n%s\nexit 101\n' "$policy_mark" >"$policy"
    chmod 755 "$policy"
    trap let_services_start EXIT
    trap 'exit 130' INT TERM HUP

    if [[ " $* " == *" postgresql "* ]]; then
        mkdir -p /etc/postgresql-common/createcluster.d
        printf '%s\n' '# Written by infra/install of Training: its cluster is private.' 'create_main_cluster = false' \
            >/etc/postgresql-common/createcluster.d/training.conf
    fi
    if [[ " $* " == *" janus "* ]] && [ ! -e /etc/systemd/system/janus.service ]; then
        mkdir -p /etc/systemd/system
        ln -s /dev/null /etc/systemd/system/janus.service
    fi
}

# Puts policy-rc.d back exactly as it was.
let_services_start() {
    if [ -f "$policy" ] && grep -qF "$policy_mark" "$policy"; then rm -f "$policy"; fi
    if [ -e "$policy_backup" ] || [ -L "$policy_backup" ]; then mv "$policy_backup" "$policy"; fi
}

why_apt_failed() {
    local log=$1
    if grep -qiE 'no space left|not enough free space' "$log"; then echo "the disk is full"
    elif grep -qiE 'could not resolve|temporary failure|unable to connect|could not connect|connection timed out|network is unreachable|failed to fetch' "$log"; then
        echo "the Debian mirror cannot be reached (no network?)"
    elif grep -qi 'could not get lock' "$log"; then echo "another apt or dpkg is running"
    elif grep -qi 'dpkg was interrupted' "$log"; then echo "an earlier installation was interrupted; run dpkg --configure -a"
    elif grep -qiE 'unable to locate package|has no installation candidate' "$log"; then
        echo "apt does not know them (Debian 12 with main is expected)"
    else grep -E '^(E|dpkg): ' "$log" | tail -1 | grep . || tail -1 "$log"
    fi
}
