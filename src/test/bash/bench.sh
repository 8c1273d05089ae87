# ./dorothy bench: runs the benchmarks one after the other and prints one table. Read by dorothy.
# A benchmark prints lines "bench|name|unit|goal|median|p95"; everything else it says goes to standard error.
# The goal reads "<= 400" or ">= 1000000".

. "$FOLDER/src/test/bash/tests.sh"

# name=class of every benchmark in Java; "element" is the frontend's.
benches() {
    local file name
    echo checks=org.dorothydispatch.rules.ChecksBenchmark
    for file in "$FOLDER"/src/test/java/org/dorothydispatch/bench/*Bench.java; do
        name=$(basename "$file" .java)
        echo "$(echo "${name%Bench}" | tr '[:upper:]' '[:lower:]')=org.dorothydispatch.bench.$name"
    done
}

bench_help() {
    cat <<TEXT
usage: ./dorothy bench [NAME ... [VISITS]]

Without a name all benchmarks run, one after the other: element $(cut -d= -f1 <<<"$1" | tr '\n' ' ')
Each ends by itself and takes away what it made. The table says what the machine was; let the machine rest meanwhile.

  board    about fifteen minutes: the real screen over 16,800 visits in Chromium, on a MySQL, and beside it DayPilot Lite,
           vis-timeline and EventCalendar over the same visits, which it fetches from the npm registry (125 MB) into target/
  import   about five minutes
  offices  hours, and 15 GB: 10,000,000 visits of 50 offices over five years on a MySQL, counted, then compared.
           ./dorothy bench offices 1000000 does the same with that many visits. DOROTHY_BENCH_BUILT=1 builds and counts
           one office and copies it to the others. DOROTHY_BENCH_KEEP=NAME keeps the schema, so that it is measured again
           without being built (with a MySQL of your own in DOROTHY_TEST_DB_URL); drop it yourself
  others   one or two minutes each
TEXT
}

# Puts the names among the arguments into NAMES; a number says how many visits the offices get.
take_visits() {
    local argument
    NAMES=()
    for argument in "$@"; do
        case $argument in
        *[!0-9]* | '') NAMES+=("$argument") ;;
        *) export DOROTHY_BENCH_VISITS=$argument ;;
        esac
    done
}

run_bench() {
    local known wanted bench name class classpath
    known=$(benches)
    take_visits "$@"
    set -- ${NAMES[@]+"${NAMES[@]}"}
    wanted="$*"
    case ${1:-} in -h | --help)
        bench_help "$known"
        return
        ;;
    esac
    for name in "$@"; do
        [ "$name" = element ] || grep -q "^$name=" <<<"$known" || {
            say "There is no benchmark '$name'. There are: element $(cut -d= -f1 <<<"$known" | tr '\n' ' ')"
            exit 2
        }
    done
    build
    need_node
    trap stop_what_we_started EXIT
    trap 'exit 130' INT TERM
    { find_chromium && say "Browser: $DOROTHY_CHROMIUM"; } || bring_chromium || true
    # As in production, what is committed is on disk.
    bring_mysql --log-bin --innodb-flush-log-at-trx-commit=1 --innodb-buffer-pool-size=1G --innodb-redo-log-capacity=512M || true
    classpath=$FOLDER/target/test.classpath
    step "compiling the benchmarks" maven -f "$FOLDER/pom.xml" test-compile dependency:build-classpath \
        -DincludeScope=test -Dmdep.outputFile="$classpath"
    : >"$FOLDER/target/bench.txt"
    for bench in $known element=element; do
        name=${bench%%=*} class=${bench#*=}
        [ -z "$wanted" ] || [[ " $wanted " == *" $name "* ]] || continue
        say "-- $name"
        if [ "$name" = element ]; then
            npm --silent --prefix "$FOLDER/frontend" run bench
        else
            (cd "$FOLDER" && "$JAVA_HOME/bin/java" -Xmx2g -cp "target/test-classes:target/classes:$(cat "$classpath")" "$class")
        fi | tee -a "$FOLDER/target/bench.txt" >&2 || echo "bench|$name broke off||||" >>"$FOLDER/target/bench.txt"
    done
    node "$FOLDER/src/test/bash/bench-table.mjs" "$FOLDER/target/bench.txt" \
        "JDK $(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release"), Node $(node --version), $(mysql_version)"
}

mysql_version() {
    local version
    version=$(sed -n "s/.*ready for connections.*Version: '\([^']*\)'.*/MySQL \1/p" "$FOLDER/target/test-mysql/error.log" 2>/dev/null | tail -1)
    echo "${version:-MySQL at ${DOROTHY_TEST_DB_URL:-none}}"
}
