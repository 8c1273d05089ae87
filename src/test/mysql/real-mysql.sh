#!/usr/bin/env bash
# A real MySQL for the tests of a machine without Docker, on loopback only, root without a password.
#
#   real-mysql.sh start FOLDER [MYSQLD-OPTION ...]   a fresh server whose data lie in FOLDER; writes FOLDER/port
#   real-mysql.sh stop FOLDER                        ends it and deletes its data
#
# It uses the mysqld on the path when that is a MySQL. Else, on Debian, it takes the packages of Debian unstable, unpacks
# them into a cache outside the project (63 MB to fetch, once) and runs them with their own loader and libraries, so that
# neither root nor a newer system is needed and nothing is installed. apt's own keys vouch for the packages.
set -euo pipefail

CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/dorothy/mysql

fetch() {
    local uri apt
    command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null && grep -q '^ID=debian' /etc/os-release || {
        echo "No MySQL here: install MySQL's server (mysqld), or start Docker, or name a server in DOROTHY_TEST_DB_URL." >&2
        return 1
    }
    echo "Fetching MySQL from Debian unstable into $CACHE (once) ..." >&2
    mkdir -p "$CACHE/lists/partial" "$CACHE/cache/archives/partial" "$CACHE/state"
    # An empty status file: apt then fetches every library too, not only those missing here.
    : >"$CACHE/status"
    apt=(-o Dir::Etc::sourcelist="$CACHE/sid.sources" -o Dir::Etc::sourceparts=- -o Dir::State="$CACHE/state"
        -o Dir::State::lists="$CACHE/lists" -o Dir::State::status="$CACHE/status" -o Dir::Cache="$CACHE/cache"
        -o Dir::Log="$CACHE" -o Acquire::Languages=none -o APT::Install-Recommends=false -o Debug::NoLocking=1)
    # The machine's own mirrors, but not those of security updates: unstable is not there.
    for uri in $(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v security | uniq); do
        printf 'Types: deb\nURIs: %s\nSuites: sid\nComponents: main\n' "$uri" >"$CACHE/sid.sources"
        if apt-get "${apt[@]}" -qq update >&2 && apt-get "${apt[@]}" -qq -y --download-only install mysql-server-core >&2; then
            break
        fi
    done
    rm -rf "$CACHE/sid.sources" "$CACHE/root.new"
    mkdir "$CACHE/root.new"
    for uri in "$CACHE"/cache/archives/*.deb; do dpkg-deb -x "$uri" "$CACHE/root.new"; done
    [ -x "$CACHE/root.new/usr/sbin/mysqld" ] || { echo "MySQL could not be fetched from Debian unstable." >&2; return 1; }
    rm -rf "$CACHE/root" && mv "$CACHE/root.new" "$CACHE/root"
}

# Sets MYSQLD to the command that runs the server.
find_server() {
    local usr
    if mysqld --version 2>/dev/null | grep -qv MariaDB; then
        MYSQLD=(mysqld --no-defaults)
    else
        [ -x "$CACHE/root/usr/sbin/mysqld" ] || fetch
        usr=$CACHE/root/usr
        MYSQLD=("$(echo "$usr"/lib*/ld-linux-*.so.*)" --library-path "$(echo "$usr"/lib/*-linux-gnu)" "$usr/sbin/mysqld"
            --no-defaults --basedir="$usr" --lc-messages-dir="$usr/share/mysql")
    fi
    # mysqld runs as root only when told so.
    [ "$(id -u)" -ne 0 ] || MYSQLD+=(--user=root)
}

free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 12000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
    done
    echo "$port"
}

start() {
    local folder template version port pid
    folder=$(realpath -m "$1")
    shift
    find_server
    version=$("${MYSQLD[@]}" --version | sed -n 's/.*Ver \([0-9.]*\).*/\1/p')
    template=$CACHE/template-$version
    # An initialised data folder, copied for each server: that takes a second, initialising takes ten.
    if [ ! -d "$template" ]; then
        mkdir -p "$CACHE"
        rm -rf "$template.$$" && mkdir "$template.$$"
        "${MYSQLD[@]}" --datadir="$template.$$" --initialize-insecure --innodb-redo-log-capacity=64M \
            --log-error="$CACHE/initialize.log" || { tail -5 "$CACHE/initialize.log" >&2; return 1; }
        # Each server makes an identity of its own.
        rm -f "$template.$$/auto.cnf"
        mv "$template.$$" "$template" 2>/dev/null || rm -rf "$template.$$"
    fi
    rm -rf "$folder" && mkdir -p "$folder/tmp"
    cp -r "$template" "$folder/data"
    port=$(free_port)
    # Durability costs time and proves nothing here; locks and isolation are as in production.
    "${MYSQLD[@]}" --datadir="$folder/data" --tmpdir="$folder/tmp" --secure-file-priv="$folder/tmp" --bind-address=127.0.0.1 \
        --port="$port" --mysqlx=OFF --socket="$folder/socket" --pid-file="$folder/pid" --log-error="$folder/error.log" \
        --innodb-redo-log-capacity=64M --innodb-buffer-pool-size=256M --performance-schema=OFF --max-connections=400 \
        --disable-log-bin --innodb-flush-log-at-trx-commit=2 "$@" </dev/null >/dev/null 2>&1 &
    pid=$!
    for _ in $(seq 600); do
        if grep -q "ready for connections.*port: $port" "$folder/error.log" 2>/dev/null; then
            echo "$port" >"$folder/port"
            echo "MySQL $version on port $port" >&2
            return
        fi
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.1
    done
    echo "MySQL did not start:" >&2
    tail -5 "$folder/error.log" >&2
    kill "$pid" 2>/dev/null || true
    return 1
}

stop() {
    local pid
    pid=$(cat "$1/pid" 2>/dev/null || true)
    if [ -n "$pid" ]; then
        kill "$pid" 2>/dev/null || true
        for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
        kill -9 "$pid" 2>/dev/null || true
    fi
    rm -rf "$1"
}

case ${1:-} in
start | stop) "$@" ;;
*) sed -n '2,5s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
