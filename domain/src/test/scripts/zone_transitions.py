"""Writes the table of zone transitions that ZoneDataTest compares the running JDK with.

It is made with Python's zoneinfo from the operating system's compiled time-zone database, so that it shares neither
code nor data with Java. The table in the repository was made from version 2025b, and its first line says so. A newer
table is made on a machine with a newer database:

    python3 zone_transitions.py > ../resources/dev/streakline/domain/calendar/zone-transitions.txt.gz

The lines after the first are tables: the names of zones with equal clocks, a tab, the offset at 1970-01-01T00:00Z, and
every transition up to 2024-12-31T23:59:59Z as "seconds since the one before,offset after". Offsets are in seconds.
"""

import datetime
import gzip
import pathlib
import sys
import zoneinfo

UTC = datetime.timezone.utc
FIRST = 0
END = int(datetime.datetime(2025, 1, 1, tzinfo=UTC).timestamp())
# No zone has changed its clocks there and back within three hours.
STEP = 3 * 3_600


def offset(zone, second):
    return int(datetime.datetime.fromtimestamp(second, zone).utcoffset().total_seconds())


def transition(zone, low, high, before):
    """The first second after low with another offset than before, which is in force at low and not at high."""
    while high - low > 1:
        middle = (low + high) // 2
        if offset(zone, middle) == before:
            low = middle
        else:
            high = middle
    return high


def table(zone):
    current = offset(zone, FIRST)
    parts = [str(current)]
    last = FIRST
    for low in range(FIRST, END, STEP):
        high = min(low + STEP, END - 1)
        after = offset(zone, high)
        if after != current:
            at = transition(zone, low, high, current)
            current = offset(zone, at)
            assert current == after, f"{zone.key} changes twice before {high}"
            parts.append(f"{at - last},{current}")
            last = at
    return " ".join(parts)


def version():
    for folder in zoneinfo.TZPATH:
        source = pathlib.Path(folder, "tzdata.zi")
        if source.exists():
            return source.read_text(encoding="utf-8").splitlines()[0].removeprefix("# version ")
    raise SystemExit("no tzdata.zi says which version of the time-zone database this is")


def main():
    names = sorted(name for name in zoneinfo.available_timezones() if "/" in name or name == "UTC")
    zones = {}
    tables = {}
    for name in names:
        source = next(
            path.read_bytes() for path in (pathlib.Path(folder, name) for folder in zoneinfo.TZPATH) if path.exists()
        )
        if source not in tables:
            tables[source] = table(zoneinfo.ZoneInfo(name))
        zones.setdefault(tables[source], []).append(name)
    lines = [f"version {version()}"] + [f"{' '.join(same)}\t{each}" for each, same in zones.items()]
    text = "\n".join(lines) + "\n"
    sys.stdout.buffer.write(gzip.compress(text.encode("ascii"), 9, mtime=0))


main()
