#!/usr/bin/env bash
# Abuses the store, and shows that it never loses a fact and never counts one twice.
#
#   abuse.sh [SECTION [KILLS]] ...     abuse.sh             every section
#                                      abuse.sh kills 20    one of them
# Sections: kills servers ends engines company recalculations disk stops outside outage service interrupts
#
# ROWS (200000) is the length of the history that is imported, SEED (1) decides when things are killed, TMPDIR is where
# the stores are made. A failed check ends it and keeps its folder.
set -euo pipefail
set -m # Every job gets a process group of its own, and listens to Ctrl-C.

home=$(cd "$(dirname "$0")/../../../.." && pwd)
jar=
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
flags=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1) # Most commands are short, and nothing is measured here.
rows=${ROWS:-200000}
RANDOM=${SEED:-1}
as_of=2026-06-01T00:00:00Z
work=$(mktemp -d "${TMPDIR:-/tmp}/streakline-abuse.XXXXXX")
store=$work/none
section=none

# ---------------------------------------------------------------- words

pass() { printf 'ok    %-10s %s\n' "$section" "$*"; }
skip() { printf 'skip  %-10s %s\n' "$section" "$*"; }
fail() {
    printf 'FAIL  %-10s %s\n' "$section" "$*"
    printf '      what was said is in %s\n' "$work"
    kept=yes
    exit 1
}

# Ends what this run has started, and takes its folder away unless it is to be looked at.
clean_up() {
    local code=$? job
    if [ "$code" != 0 ]; then
        [ -n "${kept:-}" ] || printf 'FAIL  %-10s ended early with %s after line %s\n' "$section" "$code" "${1:-?}"
        grep -v Killed "$work/shell" >&3 || :
    fi
    for job in $(jobs -p); do kill -KILL -- "-$job" 2>/dev/null || :; done
    for store in "$work"/*/; do kill_server || :; done
    if mountpoint -q "$work/full" 2>/dev/null; then
        sleep 1
        umount -l "$work/full"
    fi
    [ -n "${kept:-}" ] || rm -rf "$work"
}
trap 'clean_up $LINENO' EXIT
trap 'exit 143' TERM
trap 'exit 129' HUP
exec 3>&2 2>"$work/shell" # Where the shell says whom the killing met.

# ---------------------------------------------------------------- a history

# history FIRST COUNT: watch events FIRST to FIRST+COUNT-1 of 2000 viewers, as 'streakline dump' writes them, with the
# viewers' zones and the titles before them and a better description of a title now and then between them.
history() {
    awk -v first="$1" -v count="$2" '
        function draw(below) { seed = (seed * 69069 + 1) % 4294967296; return int(int(seed / 65536) * below / 65536) }
        function two(n) { return (n < 10 ? "0" : "") n }
        function event(type, id, subject, time, data) {
            printf "{\"specversion\":\"1.0\",\"type\":\"streakline.%s.v1\",\"source\":\"abuse\",\"id\":\"%s\",\"subject\":\"%s\",\"time\":\"%s\",\"data\":{%s}}\n", type, id, subject, time, data
        }
        function title(n, version) {
            event("title", "title-" n "-" version, "title-" n, "2023-01-01T00:00:" two(version) "Z",
                (n % 3 ? "\"kind\":\"episode\",\"name\":\"Part " n "\",\"show\":\"show-" n % 20 "\"" \
                       : "\"kind\":\"movie\",\"name\":\"Film " n "\"") \
                ",\"genres\":[\"" genre[(n + version) % 5] "\"],\"runtimeSeconds\":" 1200 + n * 10 + version \
                (n % 4 ? ",\"channel\":\"channel-" n % 12 "\"" : ""))
        }
        BEGIN {
            split("UTC Europe/Berlin America/Sao_Paulo Asia/Kathmandu Pacific/Apia Africa/Casablanca", zone, " ")
            split("drama comedy crime nature noir", genre, " "); genre[0] = "short"
            split("tv phone laptop", platform, " ")
            if (first == 1) {
                for (n = 1; n <= 2000; n++)
                    event("viewer", "zone-" n, "viewer-" n, "2023-01-01T00:00:00Z", "\"zone\":\"" zone[n % 6 + 1] "\"")
                for (n = 0; n < 300; n++) title(n, 0)
            }
            seed = first
            for (i = first; i < first + count; i++) {
                if (i % 8 == 0) {
                    event("interaction", "chat-" i, "viewer-" 1 + draw(2000),
                        2023 + draw(3) "-" two(1 + draw(12)) "-" two(1 + draw(28)) "T" two(draw(24)) ":00:00Z",
                        "\"channel\":\"channel-" draw(12) "\",\"kind\":\"" (draw(3) ? "chat\"" : "cheer\",\"bits\":" 1 + draw(900)))
                    continue
                }
                if (i % 20000 == 0) title(i / 20000 % 300, 1 + int(i / 6000000))
                event("watch", "watch-" i, "viewer-" 1 + int(draw(2000) * draw(2000) / 2000),
                    2023 + draw(3) "-" two(1 + draw(12)) "-" two(1 + draw(28)) \
                        "T" two(draw(24)) ":" two(draw(60)) ":" two(draw(60)) "Z",
                    "\"title\":\"title-" draw(300) "\",\"seconds\":" 60 + draw(5000) \
                        (draw(4) ? "" : ",\"completed\":true") ",\"platform\":\"" platform[1 + draw(3)] "\"")
            }
        }'
}

# The long history, what is to be in the store after it was imported, and its statistics without a store; made once.
long_history() {
    [ -e "$work/sums" ] && return
    history 1 "$rows" >"$work/long.ndjson"
    LC_ALL=C sort "$work/long.ndjson" >"$work/sums"
    "$java" "${flags[@]}" -jar "$jar" stats "$work/long.ndjson" --as-of "$as_of" --json --quiet | statistics >"$work/naive"
    [ "$(wc -l <"$work/naive")" -gt 10000 ] || fail "there are no statistics to compare with"
    pass "made $rows watch events of $(grep -c viewer.v1 "$work/sums") viewers; statistics without a store: $(wc -c <"$work/naive") bytes"
}

# What a store and a file have in common, a member in a line: everything about viewers but when an achievement was recorded.
statistics() { sed -e 's/[][{},]/&\n/g' | sed -e '1,/"viewers"/d' -e '/"recordedAt"/d' -e '/"supported"/d'; }

# ---------------------------------------------------------------- running

# run NAME ARGUMENT...: a command on the store to its end; its exit code is in $code.
run() {
    code=0
    STREAKLINE_DATA=$store "$java" "${flags[@]}" -jar "$jar" "${@:2}" >"$work/$1.out" 2>"$work/$1.err" || code=$?
}

# start NAME ARGUMENT...: the same in the background, as $pid; it listens to Ctrl-C also where this script does not.
start() {
    STREAKLINE_DATA=$store env --default-signal=INT "$java" "${flags[@]}" -jar "$jar" "${@:2}" >"$work/$1.out" 2>"$work/$1.err" &
    pid=$!
}

# end PID SECONDS: waits for its end; its exit code is in $code.
end() {
    local tenths=$(($2 * 10))
    while [ -e "/proc/$1/exe" ] && [ $((tenths--)) -gt 0 ]; do sleep 0.1; done
    [ "$tenths" -ge 0 ] || fail "a command did not end within $2 s"
    code=0
    wait "$1" 2>/dev/null || code=$?
}

# ended NAME CODE...: that it ended with one of these exit codes, and said so like a grown-up.
ended() {
    local name=$1
    shift
    case " $* " in
        *" $code "*) ;;
        *) fail "$name ended with $code, not $*: $(tail -n 3 "$work/$name.err")" ;;
    esac
    ! grep -qE '^\s+at |Exception|[Uu]nexpected error|^[0-9:.]+ \[' "$work/$name.err" "$work/$name.out" ||
        fail "$name printed a stack trace or an unexpected error: $(head -n 3 "$work/$name.err")"
    [ "$code" != 69 ] || grep -q '[Rr]un \(this\|it\) again\|[Tt]ry again' "$work/$name.err" ||
        fail "$name did not say what to do: $(cat "$work/$name.err")"
}

# pause MILLISECONDS
pause() { sleep "$(($1 / 1000)).$(printf %03d $(($1 % 1000)))"; }

# draw FROM TO: a number between them, by the seed, in $drawn.
draw() { drawn=$(($1 + (RANDOM * 32768 + RANDOM) % ($2 - $1 + 1))); }

now() { date +%s%3N; }

# The processes of the store's server.
server() {
    local process cluster
    for process in /proc/[0-9]*; do
        [ "$(cat "$process/comm" 2>/dev/null)" = postgres ] || continue
        cluster=$(readlink "$process/cwd" 2>/dev/null) || continue
        case $cluster in
            "${store%/}"/*) echo "${process#/proc/}" ;;
        esac
    done
}

postmaster() { head -n 1 "$store"/database/data-*/postmaster.pid 2>/dev/null; }

# Postmaster and all children at once, as when the power goes.
kill_server() {
    local processes
    processes=$(server)
    [ -z "$processes" ] || kill -KILL $processes 2>/dev/null || :
    [ -n "$processes" ]
}

no_server() {
    local tenths=${1:-100}
    while [ -n "$(server)" ] && [ $((tenths--)) -gt 0 ]; do sleep 0.1; done
    [ -z "$(server)" ] || fail "a server was left behind: $(server | tr '\n' ' ')"
}

# ---------------------------------------------------------------- what must be true

# facts FILE: that the store holds exactly its events, each once.
facts() {
    run dump dump --quiet
    ended dump 0
    LC_ALL=C sort "$work/dump.out" | cmp -s - "$1" || {
        LC_ALL=C sort "$work/dump.out" | LC_ALL=C comm -3 - "$1" | head -n 3
        fail "the store does not hold what the file does: $(wc -l <"$work/dump.out") facts instead of $(wc -l <"$1")"
    }
}

# clean: that nothing waits for a fold, and that everything kept is what the facts give.
clean() {
    run recalculate recalculate --quiet
    ended recalculate 0
    run verify verify --quiet --json
    ended verify 0
    tr -d ' \n' <"$work/verify.out" | grep -q '"pending":0,"different":\[\],"unsupported":\[\]' ||
        fail "verify found: $(tr -d ' \n' <"$work/verify.out" | head -c 300)"
}

# whole: that facts, statistics kept and statistics told are those of the long history.
whole() {
    facts "$work/sums"
    clean
    run stats stats --as-of "$as_of" --json
    ended stats 0
    statistics <"$work/stats.out" | cmp -s - "$work/naive" ||
        fail "stats says something else than without a store: $(statistics <"$work/stats.out" | diff - "$work/naive" | head -n 5)"
    pass "$1: $(wc -l <"$work/sums") facts, none lost, none doubled; verify clean; all statistics as without a store"
}

# new_store NAME: an empty one, with the programs that another has unpacked.
new_store() {
    store=$work/$1
    mkdir -m 700 "$store" "$store/database"
    cp -a "$work"/undisturbed/database/{start.lock,postgresql-*} "$store/database"
}

# yardstick: imports the long history without being disturbed, and remembers how long it took, in milliseconds.
yardstick() {
    long_history
    [ -z "${undisturbed:-}" ] || return 0
    store=$work/undisturbed
    local begun
    begun=$(now)
    run yardstick import "$work/long.ndjson" --quiet
    ended yardstick 0
    undisturbed=$(($(now) - begun))
    begun=$(now)
    run again import "$work/long.ndjson" --json --quiet
    ended again 0
    tr -d ' \n' <"$work/again.out" | grep -q "\"accepted\":0,\"duplicate\":$(wc -l <"$work/sums")," ||
        fail "importing it again: $(cat "$work/again.out")"
    pass "undisturbed import in $undisturbed ms, again (duplicates only) in $(($(now) - begun)) ms"
    no_server
}

# ---------------------------------------------------------------- sections

# What kills the import whose process is $pid.
kill_importer() { kill -KILL "$pid" 2>/dev/null; }
# In the first moments there is no server yet.
kill_server_soon() {
    until kill_server; do
        [ -e "/proc/$pid/exe" ] || return 1
        sleep 0.05
    done
}

# killing NAME TIMES KILL CODE...: imports, kills, imports again and so on, until it was killed so often. An import that
# is done earlier than its kill is looked at, and the next begins with an empty store.
killing() {
    local name=$1 times=$2 kill=$3 killed=0 fresh=1 estimate=$undisturbed begun
    shift 3
    new_store "$name-1"
    while [ "$killed" -lt "$times" ]; do
        draw 100 "$estimate"
        begun=$(now)
        start "$name" import "$work/long.ndjson" --quiet
        while [ -e "/proc/$pid/exe" ] && [ $(($(now) - begun)) -lt "$drawn" ]; do sleep 0.02; done
        if [ -e "/proc/$pid/exe" ] && "$kill"; then
            end "$pid" 300
            killed=$((killed + 1))
            ended "$name" "$@" 0
            pass "killed after $drawn ms (exit code $code): $(head -n 1 "$work/$name.err" | cut -c 1-150)"
        else
            end "$pid" 300
            ended "$name" 0
            estimate=$(($(now) - begun))
            code=0
        fi
        if [ "$code" = 0 ]; then
            [ "$killed" = 0 ] || whole "$killed kills so far"
            no_server
            rm -rf "$store"
            fresh=$((fresh + 1))
            new_store "$name-$fresh"
        fi
    done
    run import import "$work/long.ndjson" --quiet
    ended import 0
    whole "$killed kills"
    no_server
    rm -rf "$store"
}

# The importing process is killed, again and again.
kills() {
    yardstick
    killing kills "${1:-20}" kill_importer 137
}

# The whole database server is killed under the importing process, which starts it again and goes on.
servers() {
    yardstick
    killing servers "${1:-20}" kill_server_soon
}

# returned POSTMASTER WHAT: that another server answers the service within ten seconds of that one's end.
returned() {
    local begun took
    begun=$(now)
    until [ -n "$(postmaster)" ] && [ "$(postmaster)" != "$1" ] && curl -sf -m 2 -o /dev/null "$address/readyz"; do
        took=$(($(now) - begun))
        [ "$took" -lt 10000 ] || fail "$2: not back after $took ms: $(tail -n 5 "$work/served.err")"
        sleep 0.05
    done
    pass "$2: the service is ready again after $(($(now) - begun)) ms"
}

# answers CODE PATH...: that the service answers a request within ten seconds with that code.
answers() {
    local begun got
    begun=$(now)
    until got=$(curl -s -m 5 -o "$work/answer" -w '%{http_code}' "${@:2}") && [ "$got" = "$1" ]; do
        [ $(($(now) - begun)) -lt 10000 ] || fail "answered with $got instead of $1: $(cat "$work/answer")"
        sleep 0.1
    done
}

# writers TOKEN FIRST: four that send events from FIRST on; their pids are in $clients.
writers() {
    local n
    rm -rf "$work"/{batches,enough,confirmed-*,answers-*}
    mkdir "$work/batches"
    history "$2" 60000 | split -l 10 -a 5 -d - "$work/batches/"
    clients=()
    for n in 0 1 2 3; do writer "$n" "$1" & clients+=("$!"); done
}

# written FILE...: ends the writers and the service, and looks that all they were confirmed and the files are there.
written() {
    touch "$work/enough"
    wait "${clients[@]}"
    kill -TERM "$service"
    end "$service" 60
    [ "$code" = 0 ] || fail "serve ended with $code, not 0: $(tail -n 3 "$work/served.err")"
    grep -q '^streakline: ended$' "$work/served.err" || fail "serve did not report its end: $(tail -n 3 "$work/served.err")"
    no_server
    (cd "$work/batches" && cat $(cat "$work"/confirmed-*)) | LC_ALL=C sort - "$@" >"$work/sent"
    facts "$work/sent"
    clean
    no_server
    pass "$(cat "$work"/confirmed-* | wc -l) confirmed batches of 10 and all imports: each fact is there, once, and folded"
}

# The server ends in every way in which it can, beside serve, import and stats; a disk fills and empties.
ends() {
    yardstick
    local times=${1:-3} i signal victim token service importer reader clients=()
    new_store ends
    run token token issue --account abuse --role ingest --for 1d
    ended token 0
    token=$(cat "$work/token.out")
    serve served
    service=$pid
    start importing import "$work/long.ndjson" --quiet
    importer=$pid
    writers "$token" $((rows + 1))
    for ((i = 1; i <= times; i++)); do
        for signal in KILL QUIT INT TERM; do
            start reading stats --viewer viewer-7 --as-of "$as_of" --json
            reader=$pid
            draw 500 3000
            pause "$drawn"
            victim=$(postmaster)
            kill "-$signal" "$victim"
            returned "$victim" "SIG$signal to the server"
            end "$reader" 300
            ended reading 0
        done
        victim=$(postmaster)
        kill_server
        returned "$victim" "SIGKILL to all of the server"
    done
    end "$importer" 600
    ended importing 0
    written "$work/long.ndjson"
    [ "$(grep -c 'is being started again' "$work/served.err")" -le $((times * 5)) ] || fail "it was lost more often than it ended"
    rm -rf "$store"

    mkdir -p "$work/full"
    mount -t tmpfs -o size=1g,mode=700 streakline-abuse "$work/full" 2>/dev/null ||
        { skip "no file system may be mounted here"; return 0; }
    store=$work/full
    run token token issue --account abuse --role ingest,reader --for 1d
    ended token 0
    token=$(cat "$work/token.out")
    serve served
    service=$pid
    writers "$token" 1
    for ((i = 1; i <= times; i++)); do
        sleep 3
        fill 60000000
        head -n 1 "$work/long.ndjson" >"$work/one"
        answers 507 -H "Authorization: Bearer $token" -H 'Content-Type: application/x-ndjson' \
            --data-binary "@$work/one" "$address/api/events"
        grep -q store.full "$work/answer" || fail "no store.full: $(cat "$work/answer")"
        answers 503 "$address/readyz"
        answers 200 -H "Authorization: Bearer $token" "$address/api/channels/channel-3/ranking?metric=watchTime"
        run doctor doctor
        grep -q 'the disk is full' "$work/doctor.out" || fail "doctor does not see it: $(cat "$work/doctor.out")"
        rm "$work/full/ballast"
        answers 200 "$address/readyz"
        pass "the disk was almost full: refused with 507, read, and went on with room"
        sleep 3
        fill 1000000
        sleep 4
        kill -KILL "$(postmaster)"
        sleep 6
        rm "$work/full/ballast"
        answers 200 "$address/readyz"
        pass "the disk was full and the server killed: went on with room"
    done
    written
    umount "$work/full"
}

# fill BYTES: leaves so many on the small disk, again where something was written between the look and the filling.
fill() {
    until fallocate -l $(($(df --output=avail -B1 "$work/full" | tail -n 1) - $1)) "$work/full/ballast" 2>/dev/null; do
        rm -f "$work/full/ballast"
        sleep 0.1
    done
}

# ranking FILE: how the viewers of a channel stand, but for when they were ranked.
ranking() {
    run ranking ranking --channel channel-3 --limit 1000 --json
    ended ranking 0
    sed 's/"asOf":"[^"]*",//' "$work/ranking.out" >"$1"
    grep -q '"rank":1,' "$1" || fail "no viewer is ranked: $(head -c 300 "$1")"
}

# asked TOKEN: the first hundred of the same channel as the service tells them, but for when they were ranked.
asked() {
    curl -sf -m 30 -H "Authorization: Bearer $1" "$address/api/channels/channel-3/ranking?metric=watchTime&limit=100" |
        sed 's/"asOf":"[^"]*",//'
}

# reader TOKEN FILE: asks again and again for what never changes, until it is ended.
reader() {
    while asked "$1" >"$work/read" && cmp -s "$work/read" "$2"; do echo read >>"$work/reads"; done
    cp "$work/read" "$work/torn"
}

# Everybody is folded by other policies, which change no rank, and who does it is killed; meanwhile the service, whose worker
# folds by them too, is read.
recalculations() {
    local times=${1:-10} policies=$work/policies token service reader killed=0 read duration begun minimum=1
    yardstick
    new_store recalculations
    run import import "$work/long.ndjson" --quiet
    ended import 0
    clean
    ranking "$work/ranked"
    run policies policy show --json
    ended policies 0
    run token token issue --account abuse --role reader --for 1d
    ended token 0
    token=$(cat "$work/token.out")
    serve served
    service=$pid
    asked "$token" >"$work/told"
    grep -q '"rank":1,' "$work/told" || fail "nobody is ranked: $(head -c 300 "$work/told")"
    : >"$work/reads"
    reader "$token" "$work/told" &
    reader=$!
    duration=3000
    while [ "$killed" -lt "$times" ]; do
        minimum=$((minimum % 600 + 1))
        sed "s/\"minimumSeconds\" *: *[0-9]*/\"minimumSeconds\" : $minimum/" "$work/policies.out" >"$policies"
        run adopt policy set "$policies"
        ended adopt 0
        draw 300 "$duration"
        begun=$(now)
        read=$(wc -l <"$work/reads")
        start recalculate recalculate --all --quiet
        while [ -e "/proc/$pid/exe" ] && [ $(($(now) - begun)) -lt "$drawn" ]; do sleep 0.02; done
        if kill -KILL "$pid" 2>/dev/null; then killed=$((killed + 1)); else duration=$(($(now) - begun)); fi
        end "$pid" 60
        clean
        [ ! -e "$work/torn" ] || fail "a reader was told what never was, or nothing: $work/torn is not $work/told"
        ranking "$work/after"
        cmp -s "$work/after" "$work/ranked" || fail "the ranking is another than before"
        pass "killed after $drawn ms of a full recalculation, told whole $(($(wc -l <"$work/reads") - read)) times meanwhile; verify clean"
    done
    sed "s/\"minimumSeconds\" *: *[0-9]*/\"minimumSeconds\" : 0/" "$work/policies.out" >"$policies"
    run adopt policy set "$policies"
    ended adopt 0
    clean
    kill "$reader" && wait "$reader" || :
    kill -TERM "$service"
    end "$service" 60
    whole "$killed kills, the ranking told $(wc -l <"$work/reads") times and always whole"
    no_server
}

# Two versions of Java, whose time-zone data differ, on one store.
engines() {
    local other
    other=$(ls -d /usr/lib/jvm/*25*/bin/java 2>/dev/null | head -n 1) || :
    [ -n "$other" ] || { skip "there is no JDK 25 here"; return 0; }
    store=$work/engines
    local java=$java older newer
    history 1 3000 >"$work/one.ndjson"
    history 3001 3000 >"$work/two.ndjson"
    older=$java newer=$other
    run migrate migrate # Of a store that is not there, doctor says nothing.
    ended migrate 0
    run doctor doctor
    local ours
    ours=$(grep -o 'time zones [^,]*' "$work/doctor.out") || fail "doctor says nothing of time zones"
    java=$other run doctor doctor
    [ "$ours" != "$(grep -o 'time zones [^,]*' "$work/doctor.out" || :)" ] ||
        { skip "both Javas have the same time-zone data, $ours"; return 0; }
    java=$older run older import "$work/one.ndjson" --quiet
    ended older 0
    java=$newer run newer recalculate --all --json --quiet
    if [ "$code" = 5 ]; then # The first one is the newer.
        older=$other newer=$java
        java=$newer run newer recalculate --all --json --quiet
    fi
    ended newer 0
    java=$newer run before stats --as-of "$as_of" --json
    for _ in 1 2 3; do
        java=$older run older recalculate --all --json --quiet
        ended older 5
        grep -q 'newer' "$work/older.err" || fail "it did not say why: $(cat "$work/older.err")"
        java=$newer run newer recalculate --all --json --quiet
        ended newer 0
        tr -d ' \n' <"$work/newer.out" | grep -q '"changed":0,' || fail "rows flip: $(cat "$work/newer.out")"
    done
    pass "recalculated alternately: the older refuses with 5, the newer changes nothing: $(head -n 1 "$work/older.err" | cut -c 1-150)"
    java=$older run older import "$work/two.ndjson" --quiet
    ended older 5
    java=$older run older stats --as-of "$as_of" --json
    ended older 0
    statistics <"$work/older.out" >"$work/read-by-older"
    java=$newer run newer recalculate --quiet
    ended newer 0
    java=$newer run newer stats --as-of "$as_of" --json
    statistics <"$work/newer.out" | cmp -s - "$work/read-by-older" || fail "what was not folded yet is read wrongly"
    java=$newer clean
    cat "$work/one.ndjson" "$work/two.ndjson" | LC_ALL=C sort >"$work/both"
    facts "$work/both"
    pass "the older imports (exit code 5, facts kept) and reads what the newer then folds"
    no_server
}

# Several processes on one store.
company() {
    yardstick
    local i pids
    store=$work/company
    for i in 1 2 3; do history $((i * 4000 - 3999)) 4000 >"$work/part-$i.ndjson"; done
    cat "$work"/part-[123].ndjson | LC_ALL=C sort >"$work/parts"
    pids=()
    for i in 1 2 3; do start "fresh-$i" import "$work/part-$i.ndjson" --quiet && pids+=("$pid"); done
    start fresh-4 migrate && pids+=("$pid")
    start fresh-5 doctor && pids+=("$pid")
    for i in 1 2 3 4 5; do
        end "${pids[i - 1]}" 120
        ended "fresh-$i" 0
    done
    facts "$work/parts"
    clean
    no_server
    pass "five commands at once on a fresh folder: all done, all facts there, no server left"

    # A reader who does not read on holds the first process; the pipe is full after some facts.
    mkfifo "$work/early.out"
    exec 4<>"$work/early.out"
    start early dump --quiet
    local early=$pid
    until [ -n "$(server)" ]; do sleep 0.1; done
    history 12001 2000 >"$work/part-4.ndjson"
    run late import "$work/part-4.ndjson" --quiet
    ended late 0
    [ -n "$(server)" ] || fail "the server was stopped under a reader"
    kill -KILL "$early" 2>/dev/null || :
    end "$early" 10
    exec 4>&-
    rm "$work/early.out"
    pass "an import began and ended beside a reader: the server lived on"

    start early stats --as-of "$as_of" --json
    early=$pid
    run late import "$work/long.ndjson" --quiet
    ended late 0
    end "$early" 300
    ended early 0
    no_server
    pass "stats began before an import, and both were done"

    new_store orphans
    start founder import "$work/long.ndjson" --quiet
    local founder=$pid
    until [ -n "$(server)" ]; do sleep 0.1; done
    start heir import "$work/long.ndjson" --quiet
    pause $((undisturbed / 2))
    kill -KILL "$founder" 2>/dev/null || :
    end "$founder" 10
    end "$pid" 600
    ended heir 0
    no_server
    whole "the process that started the server was killed beside another that imported the same"
    no_server
}

# The disk is full in mid-import.
disk() {
    long_history
    section=disk
    mkdir -p "$work/full"
    mount -t tmpfs -o size=1g,mode=700 streakline-abuse "$work/full" 2>/dev/null ||
        { skip "no file system may be mounted here"; return 0; }
    store=$work/full
    run migrate migrate
    ended migrate 0
    # What is left is enough for the first facts.
    fill 135000000
    run full import "$work/long.ndjson" --quiet
    ended full 73
    grep -qi 'full\|room' "$work/full.err" || fail "it did not say that the disk is full: $(cat "$work/full.err")"
    pass "full disk (exit code 73): $(head -n 1 "$work/full.err" | cut -c 1-250)"
    run full import "$work/long.ndjson" --quiet
    ended full 73
    grep -qi 'full\|room' "$work/full.err" || fail "it did not say that the disk is full: $(cat "$work/full.err")"
    pass "full disk, again (exit code 73): $(head -n 1 "$work/full.err" | cut -c 1-250)"
    rm "$work/full/ballast"
    run verify verify --json --quiet
    ended verify 0
    run dump dump --quiet
    ended dump 0
    LC_ALL=C sort "$work/dump.out" | LC_ALL=C comm -23 - "$work/sums" | grep . && fail "the store holds facts that the file has not"
    head -n "$(wc -l <"$work/dump.out")" "$work/long.ndjson" | LC_ALL=C sort | cmp -s - <(LC_ALL=C sort "$work/dump.out") ||
        fail "the facts are not the beginning of the file"
    # Perhaps all fitted, and only the folds did not.
    [ $(($(wc -l <"$work/dump.out") % 1000)) = 0 ] || cmp -s <(LC_ALL=C sort "$work/dump.out") "$work/sums" || fail "half a batch was kept: $(wc -l <"$work/dump.out") facts"
    pass "with room again, before importing: $(wc -l <"$work/dump.out") facts in whole batches, none differs"
    run import import "$work/long.ndjson" --quiet
    ended import 0
    whole "a full disk"
    no_server
    umount "$work/full"
}

# The database is stopped in mid-import, at once and politely.
stops() {
    yardstick
    local signal
    for signal in INT TERM QUIT; do
        new_store "stops-$signal"
        draw $((undisturbed / 4)) $((undisturbed * 2 / 3))
        start stopped import "$work/long.ndjson" --quiet
        pause "$drawn"
        kill "-$signal" "$(postmaster)" 2>/dev/null || :
        end "$pid" 300
        ended stopped 0
        no_server
        pass "SIG$signal to the server after $drawn ms (exit code $code): $(head -n 1 "$work/stopped.err" | cut -c 1-200)"
        run import import "$work/long.ndjson" --quiet
        ended import 0
        whole "a server stopped by SIG$signal"
        no_server
    done
}

# outsider NAME: a database of somebody else, which is used from now on.
outsider() {
    new_store "$1"
    nobody=()
    [ "$(id -u)" != 0 ] || nobody=(unshare --user)
    run doctor doctor
    ended doctor 0
    no_server
    cluster=$(ls -d "$store"/database/data-*)
    programs=$(dirname "$(find "$store/database" -name pg_ctl | head -n 1)")
    port=$((20000 + RANDOM % 10000))
    start_outsider
    export STREAKLINE_DATABASE_URL
    STREAKLINE_DATABASE_URL=postgresql://postgres:$(tr -d '\n' <"$store/database/postgres.password" | sed 's,/,%2F,g; s,+,%2B,g')@127.0.0.1:$port/postgres
}

start_outsider() {
    "${nobody[@]}" "$programs/pg_ctl" start --pgdata="$cluster" --wait --log="$work/outsider.log" \
        --options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=''" >/dev/null
}

# stop_outsider MODE
stop_outsider() { "${nobody[@]}" "$programs/pg_ctl" stop --pgdata="$cluster" --mode="$1" --wait >/dev/null; }

# A database of somebody else, which goes away.
outside() {
    yardstick
    local begun
    outsider outside
    start gone import "$work/long.ndjson" --quiet
    # In the middle: some facts are there, and most are not.
    until run peek dump --quiet && [ "$(wc -l <"$work/peek.out")" -gt 1000 ]; do sleep 0.1; done
    kill -QUIT "$(postmaster)"
    begun=$(now)
    while [ -n "$(server)" ]; do sleep 0.1; done
    sleep 5
    start_outsider
    end "$pid" 300
    ended gone 0
    grep -q 'the database answers again' "$work/gone.err" || fail "it did not report the return: $(cat "$work/gone.err")"
    whole "an outside server that was away for some seconds"
    history $((rows + 1)) 20000 >"$work/more.ndjson"
    start gone import "$work/more.ndjson" --quiet
    until run peek dump --quiet && [ "$(wc -l <"$work/peek.out")" -gt "$(wc -l <"$work/sums")" ]; do sleep 0.1; done
    kill -QUIT "$(postmaster)"
    begun=$(now)
    end "$pid" 150
    ended gone 69
    pass "an outside server went away (exit code 69 after $(($(now) - begun)) ms): $(tail -n 1 "$work/gone.err" | cut -c 1-200)"
    while [ -n "$(server)" ]; do sleep 0.1; done
    begun=$(now)
    run gone import "$work/long.ndjson" --quiet
    ended gone 69
    pass "an outside server is away (exit code 69 after $(($(now) - begun)) ms): $(tail -n 1 "$work/gone.err" | cut -c 1-200)"
    ! grep -qF "$(tr -d '\n' <"$store/database/postgres.password")" "$work"/*.err || fail "a password was printed"
    start_outsider
    run import import "$work/more.ndjson" --quiet
    ended import 0
    LC_ALL=C sort "$work/sums" "$work/more.ndjson" >"$work/all"
    facts "$work/all"
    clean
    pass "an outside server that went away and came back: $(wc -l <"$work/all") facts, none lost, none doubled; verify clean"
    unset STREAKLINE_DATABASE_URL
    stop_outsider fast
}

# client NUMBER ADDRESS TOKEN: sends every fourth batch, from that number on, and notes which were confirmed. What the
# service was too busy for is sent again.
client() {
    local batch answer
    for batch in $(ls "$work/batches" | awk -v n="$1" 'NR % 4 == n'); do
        until
            answer=$(curl -s -o /dev/null -m 60 -w '%{http_code}' -H "Authorization: Bearer $3" \
                -H 'Content-Type: application/x-ndjson' --data-binary "@$work/batches/$batch" "$2/api/events")
            [ "$answer" = 200 ]
        do
            [ "$answer" = 503 ] || return 0
            sleep 2
        done
        echo "$batch" >>"$work/confirmed-$1"
    done
}

# send ADDRESS TOKEN: four clients at once, in the background; their pids are in $clients.
send() {
    clients=()
    local n
    for n in 0 1 2 3; do
        client "$n" "$1" "$2" &
        clients+=("$!")
    done
}

# serve NAME: serves the store; its pid is in $pid, its address in $address.
serve() {
    : >"$work/$1.err" # Nobody is to read there where the one before listened.
    start "$1" serve --port 0 --requests-per-minute 1000000
    until address=$(sed -n 's/.*listening on \(http[^,]*\),.*/\1/p' "$work/$1.err") && [ -n "$address" ]; do
        [ -e "/proc/$pid/exe" ] || fail "serve ended: $(cat "$work/$1.err")"
        sleep 0.1
    done
}

# How an answer came, one line each: its code, how long it took, its media type, and when to try again.
came='%{http_code}|%{time_total}|%{content_type}|%header{retry-after}\n'

# note WHO: writes down the lines of $came that come in, and when.
note() {
    local line at
    while read -r line; do
        at=${EPOCHREALTIME/[.,]/}
        echo "${at%???}|$1|$line" >>"$work/answers-$BASHPID"
    done
}

# asker WHO PATH TOKEN: asks ten times a second over one connection. It waits longer than any answer may take.
asker() {
    curl -s -o /dev/null -m 10 --rate 10/s -H "Authorization: Bearer $3" -w "%{stderr}$came" "$address$2" 2>&1 | note "$1"
}

# writer NUMBER TOKEN: sends every fourth batch, from that number on, each until it is confirmed.
writer() {
    local batch answer
    for batch in $(ls "$work/batches" | awk -v n="$1" 'NR % 4 == n'); do
        [ ! -e "$work/enough" ] || break
        until
            answer=$(curl -s -o /dev/null -m 10 -w "$came" -H "Authorization: Bearer $2" \
                -H 'Content-Type: application/x-ndjson' --data-binary "@$work/batches/$batch" "$address/api/events")
            note events <<<"$answer"
            [[ $answer == 200* ]]
        do sleep 0.1; done
        echo "$batch" >>"$work/confirmed-$1"
        sleep 0.1
    done
}

# weathered WHAT FROM BACK READY: how everybody was answered while the database was away, from and to these milliseconds,
# and for some seconds after that; READY is whether the service may have called itself ready meanwhile.
weathered() {
    sleep 8
    cat "$work"/answers-* | sort -n | awk -F'|' -v from="$2" -v back="$3" -v ready="$4" '
        function fault(what) { if (faults++ < 3) print what ": " $0 }
        $1 < from { next }
        { answers++ }
        $4 > slowest { slowest = $4; who = $2 }
        $4 > 2.5 { fault("too late") }
        $3 != 200 && $3 != 503 { fault("neither 200 nor 503") }
        $3 == 503 && ($5 !~ /^application\/problem\+json/ || $6 < 1) { fault("no problem, or not when to try again") }
        $2 == "livez" && $3 != 200 { fault("not live") }
        $2 == "readyz" && $3 == 200 && ready == "no" && $1 > from + 2000 && $1 < back { fault("ready") }
        $3 != 200 { refused++; last = $1 }
        $3 != 200 && $1 > back + 5000 { fault("not back again") }
        END {
            printf "%d answers, %d of them 503; the slowest took %s s (%s); the last 503 came %d ms after the database was back\n",
                answers, refused, slowest, who, last - back
            exit faults > 0 || answers < 300 || (ready == "no" && refused == 0)
        }' >"$work/weathered" || fail "$1: $(cat "$work/weathered")"
    [ -e "/proc/$service/exe" ] || fail "$1: the service ended"
    pass "$1: $(cat "$work/weathered")"
}

# The database of the service is silent, is away, and ends its sessions, while many ask and send.
outage() {
    yardstick
    local service token key clients=() n from back processes ended=0
    rm -rf "$work"/{batches,enough,confirmed-*,answers-*}
    outsider outage
    history 1 4000 >"$work/before.ndjson"
    run import import "$work/before.ndjson" --quiet
    ended import 0
    mkdir "$work/batches"
    history 4001 80000 | split -l 10 -a 5 -d - "$work/batches/"
    run token token issue --account abuse --role ingest --for 1d
    ended token 0
    token=$(cat "$work/token.out")
    run key key create --account abuse --role reader
    ended key 0
    key=$(head -n 1 "$work/key.out")
    serve served
    service=$pid
    for n in 0 1 2 3; do writer "$n" "$token" & clients+=("$!"); done
    for n in {1..20}; do asker streak "/api/analytics/streak?viewer=viewer-[1-2000]&n=[1-1000]" "$key" & clients+=("$!"); done
    asker livez "/livez?n=[1-1000000]" none & clients+=("$!")
    asker readyz "/readyz?n=[1-1000000]" none & clients+=("$!")
    sleep 5

    kill -STOP "$(postmaster)" # First: it makes no more of them.
    processes=$(server)
    kill -STOP $processes
    from=$(now)
    sleep 20
    kill -CONT $processes
    back=$(now)
    weathered "silent for 20 s" "$from" "$back" no

    stop_outsider immediate
    from=$(now)
    sleep 20
    start_outsider
    back=$(now)
    weathered "stopped for 20 s" "$from" "$back" no

    from=$(now)
    for n in {1..30}; do
        processes=$(pgrep -P "$(postmaster)" -f '^postgres: postgres postgres 127')
        kill -TERM $processes 2>/dev/null || : # As pg_terminate_backend does.
        ended=$((ended + $(wc -w <<<"$processes")))
        sleep 1
    done
    back=$(now)
    weathered "all its sessions ended once a second for 30 s ($ended)" "$from" "$back" yes

    touch "$work/enough"
    wait "${clients[@]:0:4}"
    for n in "${clients[@]:4}"; do kill -KILL -- "-$n"; done
    (cd "$work/batches" && cat $(cat "$work"/confirmed-*)) | LC_ALL=C sort - "$work/before.ndjson" >"$work/sent"
    facts "$work/sent"
    for n in {1..60}; do
        run verify verify --quiet --json
        ! tr -d ' \n' <"$work/verify.out" | grep -q '"pending":0,"different":\[\],"unsupported":\[\]' || break
        [ "$n" -lt 60 ] || fail "nobody folds any more: $(tr -d ' \n' <"$work/verify.out" | head -c 300)"
        sleep 1
    done
    kill -TERM "$service"
    end "$service" 60
    pass "$(cat "$work"/confirmed-* | wc -l) confirmed batches of 10: each fact is there, once, and folded; one process all the time"
    unset STREAKLINE_DATABASE_URL
    stop_outsider fast
}

# The service is killed while four clients send batches of 1000.
service() {
    yardstick
    local times=${1:-5} i clients address token confirmed
    rm -rf "$work/batches"
    mkdir "$work/batches"
    split -l 1000 -a 5 -d "$work/long.ndjson" "$work/batches/"
    for ((i = 1; i <= times; i++)); do
        new_store "service-$i"
        rm -f "$work"/confirmed-*
        run token token issue --account abuse --role ingest --for 1d
        ended token 0
        token=$(cat "$work/token.out")
        serve served
        draw 500 $((undisturbed / 2))
        send "$address" "$token"
        pause "$drawn"
        kill -KILL "$pid" 2>/dev/null || :
        end "$pid" 10
        wait "${clients[@]}" 2>/dev/null || :
        touch "$work/confirmed-0"
        confirmed=$(cat "$work"/confirmed-* | wc -l)
        run dump dump --quiet
        ended dump 0
        (cd "$work/batches" && cat $(cat "$work"/confirmed-*) /dev/null) | LC_ALL=C sort >"$work/acked"
        LC_ALL=C sort "$work/dump.out" | LC_ALL=C comm -13 - "$work/acked" | grep -q . &&
            fail "of $confirmed confirmed batches a fact is lost"
        LC_ALL=C sort "$work/dump.out" | uniq -d | grep -q . && fail "a fact is there twice"
        pass "killed after $drawn ms: all facts of $confirmed confirmed batches are there, once ($(wc -l <"$work/dump.out") facts)"
        rm -f "$work"/confirmed-*
        serve served
        send "$address" "$token"
        wait "${clients[@]}" || :
        [ "$(cat "$work"/confirmed-* | wc -l)" = "$(ls "$work/batches" | wc -l)" ] || fail "not every batch was taken again"
        kill -TERM "$pid"
        end "$pid" 60
        whole "the service was killed and everything sent again"
        no_server
        rm -rf "$store"
    done
}

# Ctrl-C.
interrupts() {
    yardstick
    local times=${1:-8} i begun slowest=0 took
    store=$work/interrupts
    for ((i = 0; i < times; i++)); do
        draw $((i * undisturbed / times)) $(((i + 1) * undisturbed / times))
        start interrupted import "$work/long.ndjson" --quiet
        pause "$drawn"
        # To the whole group, as a terminal does.
        kill -INT -- "-$pid" 2>/dev/null || :
        begun=$(now)
        end "$pid" 30
        took=$(($(now) - begun))
        ended interrupted 130 0
        no_server 0
        [ "$took" -lt 40000 ] || fail "it took $took ms to stop"
        [ ! -s "$work/interrupted.err" ] || ! grep -v '^streakline: \(unpacking\|creating\|waiting\)' "$work/interrupted.err" ||
            fail "it said something after Ctrl-C: $(cat "$work/interrupted.err")"
        pass "Ctrl-C after $drawn ms: gone after $took ms, with its server (exit code $code)"
    done
    run import import "$work/long.ndjson" --quiet
    ended import 0
    whole "$times times Ctrl-C"
    no_server
}

# ---------------------------------------------------------------- which

jar=$home/adapters-cli/target/streakline.jar
[ -e "$jar" ] || { echo "There is no $jar. Build it: ./mvnw -q package -DskipTests -pl adapters-cli -am" >&3; exit 1; }
cp "$jar" "$work/streakline.jar" # It may be built anew meanwhile.
jar=$work/streakline.jar
[ $# -gt 0 ] || set -- interrupts kills servers ends engines company recalculations disk stops outside outage service
while [ $# -gt 0 ]; do
    case $1 in
        kills | servers | ends | engines | company | recalculations | disk | stops | outside | outage | service | interrupts) section=$1 ;;
        *) echo "There is no section $1; they are: kills servers ends engines company recalculations disk stops outside outage service interrupts" >&3; exit 2 ;;
    esac
    shift
    number=
    case ${1:-} in [0-9]*) number=$1 && shift ;; esac
    "$section" $number
done
section=all
pass "done in $SECONDS s"
