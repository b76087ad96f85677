# Sourced; needs say.sh. npm packages exactly as their lock file says, only when it changed.

# digest PATH...: of every file beneath, names included.
digest() { find "$@" -name node_modules -prune -o -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum; }

why_npm_failed() {
    if grep -qi 'ENOSPC\|no space left' "$1"; then echo "the disk is full"
    elif grep -qiE 'ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH' "$1"; then echo "the npm registry cannot be reached (no network?)"
    elif grep -qi 'EACCES' "$1"; then echo "$(pwd) is not writable"
    else grep -iE 'error' "$1" | head -3 | tr '\n' ' ' | grep . || tail -1 "$1"
    fi
}

# run_npm SENTENCE COMMAND…: quiet, and on failure one sentence that says why.
run_npm() {
    local sentence=$1; shift
    local log; log=$(mktemp)
    "$@" >"$log" 2>&1 || { local reason; reason=$(why_npm_failed "$log"); rm -f "$log"; fail "$sentence: $reason."; }
    rm -f "$log"
}

# install_npm_packages WHAT: of the current directory. True when something was installed.
install_npm_packages() {
    local packages; packages=$(digest package.json package-lock.json)
    [ "$(cat node_modules/.installed-for 2>/dev/null)" != "$packages" ] || return 1
    say "Installing $1…"
    run_npm "the $1 could not be installed" npm ci --no-audit --no-fund --loglevel=error
    printf '%s\n' "$packages" >node_modules/.installed-for
}
