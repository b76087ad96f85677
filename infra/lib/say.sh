# Sourced. How every script speaks: one sentence per thing that happens, one per failure.

say() { printf '%s\n' "$*" >&2; }

# Ends the script with one sentence.
fail() {
    printf '%s: %s\n' "${SCRIPT_NAME:-infra}" "$*" >&2
    exit 1
}
