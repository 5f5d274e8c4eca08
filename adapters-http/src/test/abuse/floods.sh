#!/usr/bin/env bash
# Floods a service of its own, one kind after another, and shows that it lives, answers others and keeps what it acknowledged.
#
#   floods.sh [SECONDS [KIND] ...]     floods.sh                 all kinds, a minute each
#                                      floods.sh 20 UNREAD       one of them, for 20 s
# The kinds are those of the class Floods. The service has a heap of 256 MB (HEAP); JAVA_HOME says which Java it runs on.
# Needs what `./mvnw verify` leaves in the target folders.
set -euo pipefail

home=$(cd "$(dirname "$0")/../../../.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
seconds=${1:-60}
shift || true
work=$(mktemp -d "${TMPDIR:-/tmp}/streakline-floods.XXXXXX")
service=
end() {
    if [ -n "$service" ]; then
        kill "$service" 2>/dev/null || true
        wait "$service" 2>/dev/null || true
    fi
    rm -rf "$work"
}
trap end EXIT

cd "$home"
streakline() { "$java" -jar adapters-cli/target/streakline.jar "$@"; }
"$java" "-Xmx${HEAP:-256m}" -jar adapters-cli/target/streakline.jar serve --data "$work/data" --port 0 \
    --requests-per-minute 1000000 > "$work/requests" 2> "$work/words" &
service=$!
until grep -q 'listening on' "$work/words"; do
    kill -0 "$service" 2>/dev/null || { cat "$work/words"; exit 1; }
    sleep 0.2
done
port=$(sed -n 's/.*listening on http:\/\/127.0.0.1:\([0-9]*\).*/\1/p' "$work/words")
streakline intake set --viewer-facts on --data "$work/data" > "$work/rules"
ingest=$(streakline token issue --data "$work/data" --account honest --role ingest --role reader)
viewer=$(streakline token issue --data "$work/data" --account flooder --role viewer)
"$java" -Xmx1g -cp adapters-http/target/test-classes:adapters-cli/target/streakline.jar \
    dev.streakline.http.Floods "$port" "$service" "$ingest" "$viewer" "$seconds" "$@" || { cat "$work/words"; exit 1; }
begun=$(date +%s)
kill "$service"
wait "$service" || true
echo "ended $(( $(date +%s) - begun )) s after SIGTERM, on $("$java" -version 2>&1 | head -n 1)"
cat "$work/words"
service=
