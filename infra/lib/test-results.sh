# Sourced by infra/test. Sums the counters of the .trx files.

passed=0 failed=0 skipped=0
counts=()

counter() { grep -o '<Counters [^>]*' "$1" | grep -oE "\b$2=\"[0-9]+\"" | grep -oE '[0-9]+' | head -1; }

# count_results PROJECT FILE EXIT_CODE: false when the project failed. No result, or none executed, is a failure.
count_results() {
    local project=$1 file=$2 code=$3 p=0 f=0 s=0
    if [ -s "$file" ] && grep -q '<Counters ' "$file"; then
        p=$(counter "$file" passed)
        s=$(($(counter "$file" total) - $(counter "$file" executed)))
        f=$(($(counter "$file" executed) - p))
    fi
    if [ "$f" = 0 ] && { [ "$code" != 0 ] || [ $((p + s)) = 0 ]; }; then f=1; fi
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
    counts+=("$(printf '%-18s %5d passed %4d failed %4d skipped' "$project" "$p" "$f" "$s")")
    say "${counts[-1]}"
    [ "$f" = 0 ]
}

show_counts() { say ""; printf '%s\n' "${counts[@]}" >&2; }
