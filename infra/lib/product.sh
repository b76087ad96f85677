# Sourced by infra/run. The parts of the product: their settings, how each is run, when each is ready.

run_postgres() { exec setsid "$root/infra/postgres/start" --die-with-parent --dir "$data/postgres" --port "$postgres_port"; }

run_janus() {
    local options=()
    [ -z "${TRAINING_JANUS_NAT_1_1:-}" ] || options+=(--nat-1-1 "$TRAINING_JANUS_NAT_1_1")
    [ -z "${TRAINING_JANUS_INTERFACE:-}" ] || options+=(--interface "$TRAINING_JANUS_INTERFACE")
    export JANUS_DEATH_SIGNAL=KILL
    exec setsid "$root/infra/janus/start" --dir "$data/janus" --ws-port "$janus_port" --rtp-range "$rtp_range" \
        --record-dir "$data/media/raw" "${options[@]}"
}

run_mail_sink() { as_child dotnet "$(mail_sink_program)" --port "$sink_port" --dir "$data/mail"; }

run_portal() { cd "$(dirname "$(product Portal)")" && as_child dotnet "$(product Portal)"; }

run_scheduler() { cd "$(dirname "$(product Scheduler)")" && as_child dotnet "$(product Scheduler)"; }

# verb HOST WORD…: runs one of the program's verbs to its end; its output is the last words of a failure.
verb() {
    local host=$1 log=$data/logs/$2.log
    shift
    (cd "$(dirname "$(product "$host")")" && exec dotnet "$(product "$host")" "$@") >"$log" 2>&1 ||
        fail "$host $1 failed: $(grep -v '^\s*\(at \|$\)' "$log" | tail -1) ($log)"
}

# Both hosts read the same settings. What the operator put in the environment wins; no secret is on a command line.
settle_settings() {
    set_default ConnectionStrings__Training "$(cat "$data/postgres/connection");Port=$postgres_port"
    set_default Training__PublicUrl "${public_url:-$(local_url)}"
    set_default Training__MediaDirectory "$data/media"
    set_default Training__KeysDirectory "$data/keys"
    set_default Training__CodeKey "$(secret code-key)"
    set_default Training__Operator__Name "Installation locale"
    set_default Training__Operator__Contact "contact@localhost.localdomain"
    set_default Training__Mail__From "e-rt@localhost.localdomain"
    set_default Training__Rooms__Janus__Url "ws://127.0.0.1:$janus_port"
    set_default Training__Rooms__Janus__ApiSecretFile "$data/janus/api-secret"
    settle_mail
    settle_listening
    local i
    for i in "${!admins[@]}"; do set_default "Training__Administrators__$i" "${admins[$i]}"; done
}

set_default() { [ -n "${!1:-}" ] || export "$1=$2"; }

# The letters are shown at /dev/mail only on a portal that nobody reaches from elsewhere.
settle_mail() {
    [ -n "$sink_port" ] || return 0
    export Training__Mail__Host=127.0.0.1 Training__Mail__Port=$sink_port Training__Mail__Security=None
    # Answers to letters: the Scheduler takes them as it would from Postfix; /dev/mail has the form that sends them.
    set_default Training__Mail__ReplyAddress "reponse@localhost.localdomain"
    set_default Training__Mail__ReplyPort "$reply_port"
    if [ -z "$public_url$cert" ]; then export Training__DevMailDirectory=$data/mail; fi
}

settle_listening() {
    if [ -n "$cert" ]; then
        export ASPNETCORE_URLS="https://*:$port"
        export ASPNETCORE_Kestrel__Certificates__Default__Path=$cert ASPNETCORE_Kestrel__Certificates__Default__KeyPath=$key
    else
        export ASPNETCORE_URLS=$(local_url)
    fi
}

local_url() { if [ -n "$cert" ]; then echo "https://127.0.0.1:$port"; else echo "http://127.0.0.1:$port"; fi; }

postgres_answers() {
    [ -e "$data/postgres/connection" ] && "$(compgen -G '/usr/lib/postgresql/*/bin/pg_isready' | sort -V | tail -1)" -q -h 127.0.0.1 -p "$postgres_port"
}

# Ready when the portal, and by it the database, the room engine and the scheduler, say so.
portal_ready() {
    local answer
    answer=$(curl -sk --max-time 5 -w '\n%{http_code}' "$(local_url)/readyz" 2>/dev/null) || true
    not_ready=$(head -1 <<<"$answer")
    [ "$(tail -1 <<<"$answer")" = 200 ]
}

seed_demo() {
    say "Seeding the demonstration…"
    verb Portal demo "$root/infra/demo/raw"
}

# The product itself says who administers it and who of them cannot sign in yet. Where it cannot be asked, nothing is said against anybody.
announce_administrators() {
    [ ${#admins[@]} -gt 0 ] || return 0
    local log=$data/logs/administrators.log
    if (cd "$(dirname "$(product Portal)")" && exec dotnet "$(product Portal)" administrators) >"$log" 2>&1; then
        grep '^Administrator: ' "$log" || true
    else
        printf 'Administrator: %s\n' "${admins[@]}"
    fi
}

announce() {
    echo "Ready: ${public_url:-$(local_url)}"
    if [ -n "$demo" ]; then
        echo "Sign in as:"
        grep '@' "$data/logs/demo.log" || true
    fi
    announce_administrators
    if [ -n "${Training__DevMailDirectory:-}" ]; then echo "Letters: $(local_url)/dev/mail (files in $data/mail)"
    elif [ -n "$sink_port" ]; then echo "Letters: files in $data/mail"; fi
}
