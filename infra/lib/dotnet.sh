# Sourced; needs $root and say.sh. Restoring and building without leaving a build server behind.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1

require_dotnet_sdk() {
    command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing (https://dotnet.microsoft.com/download/dotnet/10.0)."
    # Invariant: ICU, which the SDK needs for more than its version, may be among the packages to install.
    (cd "$root" && DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 dotnet --version >/dev/null 2>&1) ||
        fail "the .NET SDK asked for by global.json is missing; installed: $(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | tr '\n' ' ')."
}

# Exactly the versions of the lock files, and only when a lock file or a project changed since.
restore_dotnet_packages() {
    local stamp="$root/obj/restored" now
    now=$(project_files_digest)
    if [ "$(cat "$stamp" 2>/dev/null)" = "$now" ] && [ -e "$root/src/Portal/obj/project.assets.json" ]; then return 0; fi
    say "Restoring .NET packages…"
    local log; log=$(mktemp)
    if ! (cd "$root" && dotnet restore Training.sln --locked-mode --nologo -v minimal) >"$log" 2>&1; then
        local why; why=$(why_restore_failed "$log")
        rm -f "$log"
        fail "the .NET packages could not be restored: $why."
    fi
    rm -f "$log"
    mkdir -p "$root/obj"
    printf '%s\n' "$now" >"$stamp"
}

project_files_digest() {
    (cd "$root" && find . \( -name node_modules -o -name bin -o -name obj -o -name .local \) -prune -o \
        \( -name '*.csproj' -o -name packages.lock.json -o -name '*.props' -o -name global.json \) -print0 |
        sort -z | xargs -0 sha256sum; echo "$root"; id -u; echo "${NUGET_PACKAGES:-$HOME}") | sha256sum
}

why_restore_failed() {
    local log=$1
    if grep -q 'NU1004' "$log"; then echo "a packages.lock.json no longer matches its project (run dotnet restore --force-evaluate and commit it)"
    elif grep -qi 'no space left' "$log"; then echo "the disk is full"
    elif grep -qE 'NU1301|NU1101|NU1102' "$log"; then echo "nuget.org cannot be reached or lacks a package: $(grep -oE 'NU1[0-9]+: .*' "$log" | head -1)"
    else grep -iE 'error' "$log" | head -1 | grep . || tail -1 "$log"
    fi
}

# build CONFIGURATION TARGET...: warnings are errors. The compiler's own words pass through on failure. One compiler serves all
# projects of a target (starting one for each took a third of the build's time), and ends with it.
build() {
    local configuration=$1; shift
    local target mark=training-build-$$
    for target in "$@"; do
        say "Building $target ($configuration)…"
        (trap 'stop_compilers "$mark"' EXIT
            cd "$root" && TRAINING_BUILD=$mark dotnet build "$target" -c "$configuration" --no-restore --nologo -v quiet -clp:NoSummary \
                -nodeReuse:false -p:UseSharedCompilation=true -p:SharedCompilationId="$mark" -warnaserror) >&2 || fail "$target does not build."
    done
}

# Whatever the build left running carries its mark in its environment.
stop_compilers() {
    local process
    for process in $(grep -lF "TRAINING_BUILD=$1" /proc/[0-9]*/environ 2>/dev/null); do
        process=${process#/proc/}
        kill -KILL "${process%/environ}" 2>/dev/null || true
    done
}
