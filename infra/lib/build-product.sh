# Sourced; needs dotnet.sh. The programs as they are installed: published, Release.

product() { echo "$root/src/$1/bin/Release/net10.0/publish/Training.$1.dll"; }
mail_sink_program() { echo "$root/infra/mail-sink/bin/Release/net10.0/Training.MailSink.dll"; }

# Nothing that the build reads is newer than the last build.
product_up_to_date() {
    local stamp=$root/obj/product-built
    [ -e "$stamp" ] && [ -e "$(product Portal)" ] && [ -e "$(product Scheduler)" ] && [ -e "$(mail_sink_program)" ] &&
        [ -z "$(find "$root/src" "$root/infra/mail-sink" "$root"/*.props "$root/global.json" "$root/.editorconfig" \
            \( -name bin -o -name obj -o -name node_modules \) -prune -o -type f -newer "$stamp" -print -quit)" ]
}

build_product() {
    exec {building}>>"$root/obj/building" # one build at a time in one clone
    flock "$building"
    if ! product_up_to_date; then
        local started; started=$(mktemp "$root/obj/started-XXXXXX")
        build Release infra/mail-sink src/Portal src/Scheduler
        publish Portal
        publish Scheduler
        mv "$started" "$root/obj/product-built"
    fi
    exec {building}>&-
}

publish() {
    (cd "$root" && dotnet publish "src/$1" -c Release --no-build --nologo -v quiet -nodeReuse:false) >&2 || fail "src/$1 cannot be published."
}
