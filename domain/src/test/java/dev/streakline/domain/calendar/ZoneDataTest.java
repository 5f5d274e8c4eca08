package dev.streakline.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.calendar.ZoneTable.Offset;
import dev.streakline.domain.calendar.ZoneTable.Verdict;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time-zone data of the running JDK against a table that was made without Java. */
class ZoneDataTest {

    private static final ZoneTable TABLE = ZoneTable.read();
    private static final String RUNNING =
            ZoneRulesProvider.getVersions("Europe/Berlin").lastEntry().getKey();

    private static Set<String> zonesOfBoth() {
        Set<String> both = new TreeSet<>(ZoneId.getAvailableZoneIds());
        both.retainAll(TABLE.zones().keySet());
        return both;
    }

    private static List<Offset> running(String zone) {
        return ZoneTable.offsets(ZoneId.of(zone).getRules());
    }

    private static String firstDifference(String zone, List<Offset> table, List<Offset> running) {
        int i = 0;
        while (i < table.size() && i < running.size() && table.get(i).equals(running.get(i))) {
            i++;
        }
        return zone + " (table: " + (i < table.size() ? table.get(i) : "none") + ", running: "
                + (i < running.size() ? running.get(i) : "none") + ")";
    }

    @Test
    void the_zones_of_the_running_jdk_change_their_clocks_as_in_the_table() {
        int agreeing = 0;
        List<String> differing = new ArrayList<>();
        for (String zone : zonesOfBoth()) {
            List<Offset> running = running(zone);
            List<Offset> table = TABLE.offsets(zone);
            if (running.equals(table)) {
                agreeing++;
            } else {
                differing.add(firstDifference(zone, table, running));
            }
        }
        Set<String> unknown = new TreeSet<>(TABLE.zones().keySet());
        unknown.removeAll(ZoneId.getAvailableZoneIds());
        Verdict verdict = new Verdict(TABLE.version(), RUNNING, agreeing, differing);
        System.out.printf(
                "Time-zone data: table %s, running JDK %s; %d zones agree from 1970 to 2024.%nDiffering: %s%nUnknown to the"
                        + " running JDK: %s%n",
                verdict.table(), verdict.running(), agreeing, differing, unknown);
        assertThat(verdict.failures()).isEmpty();
    }

    @Test
    void the_offsets_of_a_fold_are_those_of_the_table() {
        for (String zone : zonesOfBoth()) {
            List<Offset> table = TABLE.offsets(zone);
            if (running(zone).equals(table)) {
                ZoneOffsets offsets = ZoneOffsets.of(ZoneId.of(zone));
                for (int i = 0; i < table.size(); i++) {
                    long from = EpochMicros.of(table.get(i).from());
                    assertThat(offsets.offset(offsets.rowAt(from)))
                            .as("%s: %s", zone, table.get(i))
                            .isEqualTo(micros(table.get(i).offset()));
                    if (i > 0) {
                        assertThat(offsets.offset(offsets.rowAt(from - 1)))
                                .as("%s: just before %s", zone, table.get(i))
                                .isEqualTo(micros(table.get(i - 1).offset()));
                    }
                }
            }
        }
    }

    private static long micros(ZoneOffset offset) {
        return offset.getTotalSeconds() * EpochMicros.PER_SECOND;
    }

    @Nested
    class the_table {

        @Test
        void has_every_region_and_utc() {
            assertThat(TABLE.version()).isEqualTo("2025b");
            assertThat(TABLE.zones()).hasSizeGreaterThan(500).containsKeys("UTC", "America/Coyhaique");
            assertThat(TABLE.zones().keySet()).allMatch(zone -> zone.contains("/") || zone.equals("UTC"));
        }

        @Test
        void has_the_transitions_of_a_zone_with_daylight_saving() {
            assertThat(TABLE.offsets("Europe/Berlin"))
                    .startsWith(new Offset(Instant.EPOCH, ZoneOffset.ofHours(1)))
                    .contains(new Offset(Instant.parse("1980-04-06T01:00:00Z"), ZoneOffset.ofHours(2)))
                    .endsWith(new Offset(Instant.parse("2024-10-27T01:00:00Z"), ZoneOffset.ofHours(1)));
            assertThat(TABLE.offsets("UTC")).containsExactly(new Offset(Instant.EPOCH, ZoneOffset.UTC));
        }
    }

    @Nested
    class a_verdict {

        private static List<String> zones(int number) {
            return Collections.nCopies(number, "Somewhere/Else");
        }

        @ParameterizedTest
        @CsvSource({"100, 0, 0", "96, 4, 0", "95, 5, 0", "94, 6, 1", "0, 1, 1", "0, 0, 1"})
        void of_different_versions_asks_for_95_percent_of_the_zones(int agreeing, int differing, int failures) {
            assertThat(new Verdict("2025b", "2025a", agreeing, zones(differing)).failures())
                    .hasSize(failures);
        }

        @ParameterizedTest
        @CsvSource({"100, 0, 0", "99, 1, 1", "94, 6, 2"})
        void of_equal_versions_asks_for_every_zone(int agreeing, int differing, int failures) {
            assertThat(new Verdict("2025b", "2025b", agreeing, zones(differing)).failures())
                    .hasSize(failures);
        }
    }
}
