# Sourced by infra/run. Its flags.

usage() {
    cat <<'TEXT'
infra/run [--port 5080] [--data DIR] [--no-demo] [--admin ADDRESS]… [--import FILE]
          [--public-url URL] [--cert FILE --key FILE]

  --port N          port of the portal; without it 5080, or the next one that is free
  --data DIR        everything the run writes (default .local): database, recordings, letters, keys, logs
  --no-demo         without the demonstration's collectivités, groups and conferences
  --admin ADDRESS   this professional address administers the portal (may be repeated)
  --import FILE     collectivités and mail domains to import, CSV; "default" takes the communes, EPCI,
                    départements and régions that the product carries
  --public-url URL  address under which browsers reach the portal, when it is not the local one
  --cert F --key F  PEM certificate and key: the portal speaks HTTPS, on every interface

Settings of src/Portal/appsettings.json may be given in the environment (Training__Mail__Host=…): they win.
See docs/operations.md.
TEXT
}

port= port_asked= data=$root/.local demo=yes admins=() import= public_url= cert= key=

read_options() {
    while [ $# -gt 0 ]; do
        case $1 in
            --help | -h) usage; exit 0 ;;
            --no-demo) demo=; shift; continue ;;
            --port | --data | --admin | --import | --public-url | --cert | --key) [ $# -ge 2 ] || fail "$1 needs a value." ;;
            *) fail "unknown argument $1 (see infra/run --help)." ;;
        esac
        case $1 in
            --port) port=$2 port_asked=yes ;;
            --data) data=$2 ;;
            --admin) admins+=("$2") ;;
            --import) import=$2 ;;
            --public-url) public_url=${2%/} ;;
            --cert) cert=$2 ;;
            --key) key=$2 ;;
        esac
        shift 2
    done
    check_options
}

check_options() {
    if [ -n "$port_asked" ]; then
        [[ $port =~ ^[0-9]{1,5}$ ]] && [ "$port" -ge 1 ] && [ "$port" -le 65535 ] || fail "--port must be a number from 1 to 65535."
        ! port_taken "$port" || fail "port $port is taken by another program; choose another --port."
    fi
    [ -z "$import" ] || [ "$import" = default ] || { [ -r "$import" ] || fail "$import cannot be read."; import=$(readlink -f "$import"); }
    [ -z "$public_url" ] || [[ $public_url =~ ^https?://[^/]+$ ]] || fail "--public-url must look like https://portail.example.fr."
    [ -z "$cert$key" ] || { [ -n "$cert" ] && [ -n "$key" ]; } || fail "--cert and --key go together."
    if [ -n "$cert" ]; then
        [ -r "$cert" ] && [ -r "$key" ] || fail "$cert or $key cannot be read."
        cert=$(readlink -f "$cert") key=$(readlink -f "$key")
    fi
}
