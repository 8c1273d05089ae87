#!/usr/bin/env bash
# Tests of the launcher itself and of the files beside it. usage: launcher-test.sh [REPORT.json]
set -uo pipefail
cd "$(dirname "$0")/../../.."
# shellcheck source=/dev/null
. ./dorothy
set +e

SCRATCH=$(mktemp -d)
trap 'rm -rf "$SCRATCH"' EXIT
PASSED=0
FAILED=()
SKIPPED=()

# expect NAME CONDITION...: one test; the condition is a command.
expect() {
    local name=$1
    shift
    if "$@"; then PASSED=$((PASSED + 1)); else
        FAILED+=("$name")
        echo "failed: $name" >&2
        return 1
    fi
}
same() { [ "$1" = "$2" ] || { echo "  expected: $2" >&2; echo "  was:      $1" >&2; return 1; }; }
contains() { case $1 in *"$2"*) ;; *) echo "  not found: $2" >&2; echo "  in: $1" >&2; return 1 ;; esac; }

# Runs ./dorothy with the words given; its streams are then in OUT and ERR, its exit status in STATUS.
run() {
    ./dorothy "$@" >"$SCRATCH/out" 2>"$SCRATCH/err" </dev/null
    STATUS=$?
    OUT=$(cat "$SCRATCH/out")
    ERR=$(cat "$SCRATCH/err")
}
fake_jdk() {
    mkdir -p "$1/bin"
    echo "JAVA_VERSION=\"$2\"" >"$1/release"
    printf '#!/bin/sh\n' >"$1/bin/javac"
    chmod +x "$1/bin/javac"
}

run help
expect "help is the answer" same "$STATUS $ERR" "0 "
for command in demo run check plan import export rollup test bench; do
    expect "help lists $command" contains "$OUT" "
  $command "
done
run tset
expect "an unknown command ends with 2" same "$STATUS" 2
expect "an unknown command gets one sentence" same "$OUT$ERR" "There is no command 'tset'. ./dorothy help lists them."
run test everything
expect "an unknown group of tests ends with 2" same "$STATUS" 2
expect "an unknown group of tests gets the list" contains "$ERR" "There is no group of tests 'everything'. There are: "

run bench nothing 1000
expect "an unknown benchmark ends with 2" same "$STATUS" 2
expect "an unknown benchmark gets the list" contains "$ERR" "There is no benchmark 'nothing'. There are: "
expect "a number among the benchmarks says how many visits" same \
    "$(. "$FOLDER/src/test/bash/bench.sh" && take_visits offices 1000000 && echo "${NAMES[*]}: $DOROTHY_BENCH_VISITS")" \
    "offices: 1000000"

fake_jdk "$SCRATCH/old" 17.0.15
fake_jdk "$SCRATCH/ancient" 1.8.0_400
fake_jdk "$SCRATCH/fits" 21.0.2
fake_jdk "$SCRATCH/home/.sdkman/candidates/java/far" 99.0.1
expect "the version of a JDK is read from its folder" same "$(jdk_version "$SCRATCH/fits")" 21
expect "the old way of counting versions is understood" same "$(jdk_version "$SCRATCH/ancient")" 8
expect "a folder without a JDK has no version" same "$(jdk_version "$SCRATCH")" ''
expect "a fitting JAVA_HOME is taken" same "$(JAVA_HOME=$SCRATCH/fits find_jdk)" "$SCRATCH/fits"
expect "a fitting JDK on the path comes next" same "$(JAVA_HOME=$SCRATCH/old PATH=$SCRATCH/fits/bin:$PATH find_jdk)" "$SCRATCH/fits"
expect "else the newest in the usual folders" \
    same "$(JAVA_HOME=$SCRATCH/old PATH=$SCRATCH/old/bin:$PATH HOME=$SCRATCH/home find_jdk)" "$SCRATCH/home/.sdkman/candidates/java/far"
find_nothing() { (find_jdk() { :; }; need_jdk) 2>&1; }
expect "no JDK gets one sentence" contains "$(find_nothing)" "Dorothy needs JDK 21 or newer and found none. Install one"
old_node() { (node() { echo v18.1.0; }; need_node) 2>&1; }
expect "an old Node gets one sentence" contains "$(old_node)" "Dorothy needs Node 20 or newer with npm and found only Node 18."

small_copy() {
    mkdir -p "$SCRATCH/copy/src/main" "$SCRATCH/copy/frontend/dist" && echo 1 >"$SCRATCH/copy/pom.xml" && echo 1 >"$SCRATCH/copy/src/main/a b.txt"
}
sum_of_copy() { (FOLDER=$SCRATCH/copy sources_sum); }
small_copy
before=$(sum_of_copy)
touch "$SCRATCH/copy/src/main/a b.txt" && echo built >"$SCRATCH/copy/frontend/dist/a.js"
expect "touching a file or building changes nothing" same "$(sum_of_copy)" "$before"
echo 2 >"$SCRATCH/copy/src/main/a b.txt"
changed() { [ "$(sum_of_copy)" != "$before" ]; }
expect "a changed file is noticed" changed
echo 1 >"$SCRATCH/copy/src/main/a b.txt" && echo 1 >"$SCRATCH/copy/frontend/new.ts"
expect "a new file is noticed" changed

run build
expect "it builds" same "$STATUS" 0 || echo "$ERR" >&2
stamp=$(ls -l target/app/dorothy.jar)
run build
expect "it builds only once" same "$STATUS $ERR $(ls -l target/app/dorothy.jar)" "0  $stamp"
expect "building prints nothing on standard output" same "$OUT" ''
run check samples/dorothy --now 2026-10-05T12:00 --format csv
expect "check answers with its header first" same "${OUT%%$'\n'*}" "visit,date,technician,side,kind,code,outcome,level,message"
expect "check finds what the sample is known to hold" \
    same "$(cut -d, -f1-8 <<<"$OUT")" "$(tr -d '\r' <src/test/resources/expected-flags/dorothy.csv)"
expect "check tells by its exit status that something is broken" same "$STATUS" 1
expect "check says nothing else" same "$ERR" ''
run check "$SCRATCH/no-such-bundle"
expect "a bundle that is not there ends with 2" same "$STATUS" 2
expect "a bundle that is not there leaves standard output empty" same "$OUT" ''

compose() { if docker compose version >/dev/null 2>&1; then docker compose "$@"; else docker-compose "$@"; fi; }
if compose version >/dev/null 2>&1; then
    with_secrets() { DOROTHY_DB_PASSWORD=secret MYSQL_ROOT_PASSWORD=secret compose "$@" 2>&1; }
    without_secrets() {
        : >"$SCRATCH/empty.env"
        (unset DOROTHY_DB_PASSWORD MYSQL_ROOT_PASSWORD && compose --env-file "$SCRATCH/empty.env" "$@" 2>&1)
    }
    expect "docker-compose.yml is valid" with_secrets config --quiet
    expect "docker-compose.yml starts MySQL and the console" same "$(with_secrets config --services | sort | tr '\n' ' ')" "console mysql "
    expect "the MySQL of docker-compose.yml is 8.4" contains "$(with_secrets config)" "image: mysql:8.4"
    expect "docker-compose.yml asks for its secrets" contains "$(without_secrets config)" "copy .env.example to .env"
else
    SKIPPED+=("docker-compose.yml is valid: no docker compose here (apt-get install docker-compose)")
    echo "skipped: ${SKIPPED[0]}" >&2
fi
expect "the environment of compose is not committed" git check-ignore -q .env

if [ $# -gt 0 ]; then
    {
        printf '{"numPassedTests":%d,"testResults":[{"status":"done","assertionResults":[' "$PASSED"
        comma=''
        for name in ${FAILED[@]+"${FAILED[@]}"}; do printf '%s{"status":"failed","fullName":"%s"}' "$comma" "${name//\"/}" && comma=,; done
        for name in ${SKIPPED[@]+"${SKIPPED[@]}"}; do printf '%s{"status":"skipped","fullName":"%s"}' "$comma" "${name//\"/}" && comma=,; done
        echo ']}]}'
    } >"$1"
fi
echo "launcher: $PASSED passed, ${#FAILED[@]} failed, ${#SKIPPED[@]} skipped"
[ ${#FAILED[@]} -eq 0 ]
