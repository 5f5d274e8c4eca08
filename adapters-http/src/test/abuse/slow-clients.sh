#!/usr/bin/env bash
# Opens slow connections to a service of its own, and shows that nobody else waits for them and that they are cut.
#
#   slow-clients.sh [COUNT [KIND] ...]     slow-clients.sh                    300 of each kind
#                                          slow-clients.sh 1000 HEADERS       one of them
# Kinds: SILENT HEADERS LENGTH CHUNKS FAST_FIRST READER; half a minute each. JAVA_HOME says which Java is measured.
# Needs what `./mvnw verify` leaves in the target folders.
set -euo pipefail

home=$(cd "$(dirname "$0")/../../../.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
libraries=$(mktemp "${TMPDIR:-/tmp}/streakline-slow.XXXXXX")
trap 'rm -f "$libraries"' EXIT

cd "$home"
./mvnw -q dependency:build-classpath -pl adapters-http -am -Dmdep.outputFile="$libraries"
"$java" -Xmx512m \
    -cp "adapters-http/target/test-classes:adapters-http/target/classes:application/target/classes:domain/target/classes:$(cat "$libraries")" \
    dev.streakline.http.SlowClients "$@"
