package dev.streakline.domain.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The offsets of zones from 1970 to 2024, made with Python's zoneinfo by {@code src/test/scripts/zone_transitions.py}. Version
 * 2025b of the time-zone database.
 *
 * @param version of the time-zone database
 * @param zones the offsets of each zone, by its name
 */
record ZoneTable(String version, Map<String, List<Offset>> zones) {

    private static final String RESOURCE = "zone-transitions.txt.gz";
    private static final Instant END = Instant.parse("2025-01-01T00:00:00Z");

    /**
     * An offset from an instant on.
     *
     * @param from the instant; 1970-01-01T00:00Z for the first
     * @param offset in force from then on
     */
    record Offset(Instant from, ZoneOffset offset) {
        @Override
        public String toString() {
            return offset + " from " + from;
        }
    }

    /** The table in the resources. */
    static ZoneTable read() {
        InputStream resource = ZoneTable.class.getResourceAsStream(RESOURCE);
        if (resource == null) {
            throw new IllegalStateException(RESOURCE + " is missing");
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(resource), StandardCharsets.US_ASCII))) {
            String version = lines.readLine().replaceFirst("version ", "");
            Map<String, List<Offset>> zones = new TreeMap<>();
            lines.lines().forEach(line -> {
                String[] namesAndTable = line.split("\t", -1);
                List<Offset> offsets = parsed(namesAndTable[1].split(" ", -1));
                for (String name : namesAndTable[0].split(" ", -1)) {
                    zones.put(name, offsets);
                }
            });
            return new ZoneTable(version, zones);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Offset> parsed(String[] parts) {
        List<Offset> offsets = new ArrayList<>();
        offsets.add(new Offset(Instant.EPOCH, offset(parts[0])));
        Instant at = Instant.EPOCH;
        for (int i = 1; i < parts.length; i++) {
            String[] secondsAndOffset = parts[i].split(",", -1);
            at = at.plusSeconds(Long.parseLong(secondsAndOffset[0]));
            offsets.add(new Offset(at, offset(secondsAndOffset[1])));
        }
        return List.copyOf(offsets);
    }

    private static ZoneOffset offset(String seconds) {
        return ZoneOffset.ofTotalSeconds(Integer.parseInt(seconds));
    }

    /** The offsets of a zone of the table. */
    List<Offset> offsets(String zone) {
        return Objects.requireNonNull(zones.get(zone), zone);
    }

    /** The offsets of a zone of the running JDK. */
    static List<Offset> offsets(ZoneRules rules) {
        List<Offset> offsets = new ArrayList<>();
        offsets.add(new Offset(Instant.EPOCH, rules.getOffset(Instant.EPOCH)));
        for (ZoneOffsetTransition next = rules.nextTransition(Instant.EPOCH);
                next != null && next.getInstant().isBefore(END);
                next = rules.nextTransition(next.getInstant())) {
            offsets.add(new Offset(next.getInstant(), next.getOffsetAfter()));
        }
        return offsets;
    }

    /**
     * How many zones of two versions of the data agree.
     *
     * @param table the version of the table
     * @param running the version of the running JDK
     * @param agreeing how many zones have the same offsets in both
     * @param differing those that do not, each with its first difference
     */
    record Verdict(String table, String running, int agreeing, List<String> differing) {

        private static final int LEAST_PERCENT = 95;

        /** Why the zones do not pass; empty when they do. Other versions of the data may differ in some zones. */
        List<String> failures() {
            List<String> failures = new ArrayList<>();
            int compared = agreeing + differing.size();
            if (100 * agreeing < LEAST_PERCENT * compared || compared == 0) {
                failures.add("only " + agreeing + " of " + compared + " zones agree");
            }
            if (table.equals(running) && !differing.isEmpty()) {
                failures.add("both are version " + table + ", but these differ: " + differing);
            }
            return failures;
        }
    }
}
