# Builds the one runnable jar of a checkout when it is missing or older than the sources. The script `streakline` in the root
# reads this file, and has set: home, jar, archive and java. A release has the jar, and not this file.
lock=$home/.streakline-build

is_stale() {
    [ -f "$jar" ] || return 0
    newer=$(find "$home" -name .git -prune -o -name target -prune -o -path '*/src/test' -prune -o -type f -newer "$jar" \
        \( -name '*.java' -o -name pom.xml -o -path '*/src/main/resources/*' \) -print -quit)
    [ -n "$newer" ]
}

# Whether Java has an archive of this jar's classes, or cannot have one because nothing can be written here.
is_trained() {
    [ -n "$(find "$archive" -newer "$jar" 2>/dev/null)" ] || ! [ -w "$home" ] || ! [ -w "${jar%/*}" ]
}

# Checks first, since another process may have built while this one waited.
build() {
    if is_stale; then
        report "Building Streakline (about a minute the first time) …"
        : >"$lock.began"
        (cd "$home" && ./mvnw -q -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true -pl adapters-cli -am package) >&2 </dev/null || {
            report "streakline: the build failed; its messages are above."
            return 1
        }
        # As old as the build's beginning: what was edited meanwhile counts as newer, and an unchanged jar as fresh.
        touch -r "$lock.began" "$jar"
    fi
    is_trained || train
}

# Lets Java archive the classes that a start loads, for shorter starts. Java checks itself whether the archive is of this jar
# and of this Java. An empty file records a failure: starts then take as long as without it.
train() {
    report "Preparing faster starts, once for each build …"
    training=${jar%/*}/training
    rm -rf "$training"
    "$java" -Xlog:disable -XX:TieredStopAtLevel=1 -XX:ArchiveClassesAtExit="$training.jsa" \
        -cp "$jar" dev.streakline.cli.wiring.CdsTrainingRun "$training" >/dev/null 2>&1 </dev/null 9>&- ||
        rm -f "$training.jsa"
    [ -f "$training.jsa" ] || touch "$training.jsa"
    mv -f "$training.jsa" "$archive"
    rm -rf "$training"
}

# One build at a time: by a lock that the system releases with the process, else by a directory with the builder's pid.
build_alone() {
    if command -v flock >/dev/null 2>&1; then
        (flock 9 && build) 9>"$lock.lock"
        return
    fi
    until mkdir "$lock" 2>/dev/null; do
        builder=$(cat "$lock/pid" 2>/dev/null || :)
        if [ -n "$builder" ] && ! kill -0 "$builder" 2>/dev/null; then
            rm -rf "$lock"
        else
            sleep 1
        fi
    done
    trap 'rm -rf "$lock"' EXIT
    trap 'exit 1' HUP INT TERM
    echo $$ >"$lock/pid"
    build
    rm -rf "$lock"
    trap - EXIT HUP INT TERM
}

if is_stale || ! is_trained; then
    version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
    if [ "${version:-0}" -lt 17 ]; then
        report "streakline: $java is Java ${version:-unknown}. Install a JDK 17 or newer, or point JAVA_HOME to one."
        exit 1
    fi
    build_alone || exit 1
fi
