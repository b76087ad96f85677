# Sourced by infra/test. Sums the counters of the .trx files.

passed=0 failed=0 skipped=0
counts=()
failures=()

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

# keep_failures PROJECT LOG: what each failed test said, for the end; of a project that died without naming one, its last words.
keep_failures() {
    local project=$1 log=$2
    failures+=("── failed in $project"$'\n'"$(failed_tests "$log")")
    grep -q '\[FAIL\]' "$log" || failures+=("$(tail -100 "$log")")
}

# A failed test's block is its name and all that is indented deeper.
failed_tests() { awk '/^ +.*\[FAIL\]/ { print; on = 1; n = 0; next } on && /^      / && n++ < 25 { print; next } { on = 0 }' "$1"; }

show_failures() { [ ${#failures[@]} -eq 0 ] || printf '%s\n' "${failures[@]}" >&2; }
