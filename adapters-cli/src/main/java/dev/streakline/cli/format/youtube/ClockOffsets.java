package dev.streakline.cli.format.youtube;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of the name of a zone after a time in Takeout's HTML. It is an offset and no zone: the whole file has the
 * offset in force at its download, also for the half of the year with another one.
 */
public final class ClockOffsets {
    private static final Pattern NUMERIC =
            Pattern.compile("(?:UTC|GMT)?([+\\-\u2212\u2013])([0-9]{1,2})(?::?([0-9]{2}))?");

    /**
     * Abbreviations with their offsets in hours: all that the time-zone database (2025b) has had since 2005, and some
     * that only the names of languages have. The same letters may stand for several offsets.
     */
    private static final Map<String, List<Double>> NAMES = Map.<String, List<Double>>ofEntries(
            Map.entry("UTC", List.of(0.0)),
            Map.entry("GMT", List.of(0.0)),
            Map.entry("Z", List.of(0.0)),
            Map.entry("ACDT", List.of(10.5)),
            Map.entry("ACST", List.of(9.5)),
            Map.entry("ADT", List.of(-3.0)),
            Map.entry("AEDT", List.of(11.0)),
            Map.entry("AEST", List.of(10.0)),
            Map.entry("AKDT", List.of(-8.0)),
            Map.entry("AKST", List.of(-9.0)),
            Map.entry("ART", List.of(-3.0)),
            Map.entry("AST", List.of(-4.0, 3.0)),
            Map.entry("AWST", List.of(8.0)),
            Map.entry("BRST", List.of(-2.0)),
            Map.entry("BRT", List.of(-3.0)),
            Map.entry("BST", List.of(1.0, 6.0)),
            Map.entry("CAT", List.of(2.0)),
            Map.entry("CDT", List.of(-5.0, -4.0)),
            Map.entry("CEST", List.of(2.0)),
            Map.entry("CET", List.of(1.0)),
            Map.entry("CST", List.of(-6.0, -5.0, 8.0)),
            Map.entry("EAT", List.of(3.0)),
            Map.entry("EDT", List.of(-4.0)),
            Map.entry("EEST", List.of(3.0)),
            Map.entry("EET", List.of(2.0)),
            Map.entry("EST", List.of(-5.0)),
            Map.entry("HDT", List.of(-9.0)),
            Map.entry("HKT", List.of(8.0)),
            Map.entry("HST", List.of(-10.0)),
            Map.entry("IDT", List.of(3.0)),
            Map.entry("IST", List.of(1.0, 2.0, 5.5)),
            Map.entry("JST", List.of(9.0)),
            Map.entry("KST", List.of(9.0)),
            Map.entry("MDT", List.of(-6.0)),
            Map.entry("MESZ", List.of(2.0)),
            Map.entry("MEZ", List.of(1.0)),
            Map.entry("MSK", List.of(3.0)),
            Map.entry("MST", List.of(-7.0, 8.0)),
            Map.entry("NDT", List.of(-2.5)),
            Map.entry("NST", List.of(-3.5)),
            Map.entry("NZDT", List.of(13.0)),
            Map.entry("NZST", List.of(12.0)),
            Map.entry("OESZ", List.of(3.0)),
            Map.entry("OEZ", List.of(2.0)),
            Map.entry("PDT", List.of(-7.0)),
            Map.entry("PKT", List.of(5.0)),
            Map.entry("PST", List.of(-8.0, 8.0)),
            Map.entry("SAST", List.of(2.0)),
            Map.entry("SEČ", List.of(1.0)),
            Map.entry("SELČ", List.of(2.0)),
            Map.entry("SGT", List.of(8.0)),
            Map.entry("SST", List.of(-11.0)),
            Map.entry("TRT", List.of(3.0)),
            Map.entry("WAT", List.of(1.0)),
            Map.entry("WEST", List.of(1.0)),
            Map.entry("WESZ", List.of(1.0)),
            Map.entry("WET", List.of(0.0)),
            Map.entry("WEZ", List.of(0.0)),
            Map.entry("WIB", List.of(7.0)),
            Map.entry("WIT", List.of(9.0)),
            Map.entry("WITA", List.of(8.0)));

    private static final double SECONDS_OF_AN_HOUR = 3600;
    private static final int LONGEST_OFFSET = 18 * 3600;

    private ClockOffsets() {}

    /**
     * The instant of a local time.
     *
     * @param name of its zone; empty where there is none, which is UTC: Takeout wrote so until 2018
     * @param chosen the zone that was chosen; null when none was
     * @return empty when the name does not determine the offset, and no zone was chosen
     */
    static Optional<Instant> instant(LocalDateTime time, String name, @Nullable ZoneId chosen) {
        List<ZoneOffset> offsets = offsets(name).toList();
        if (offsets.size() == 1) {
            return Optional.of(time.toInstant(offsets.get(0)));
        }
        if (chosen == null) {
            return Optional.empty();
        }
        Optional<ZoneOffset> ofZone =
                offsets.stream().filter(offset -> hasHad(chosen, offset)).findFirst();
        return Optional.of(
                ofZone.map(time::toInstant).orElseGet(() -> time.atZone(chosen).toInstant()));
    }

    private static Stream<ZoneOffset> offsets(String name) {
        Matcher numeric = NUMERIC.matcher(name);
        if (name.isEmpty()) {
            return Stream.of(ZoneOffset.UTC);
        }
        if (!numeric.matches()) {
            return NAMES.getOrDefault(name, List.of()).stream()
                    .map(hours -> ZoneOffset.ofTotalSeconds((int) (hours * SECONDS_OF_AN_HOUR)));
        }
        int minutes = numeric.group(3) == null ? 0 : Integer.parseInt(numeric.group(3));
        int seconds = (Integer.parseInt(numeric.group(2)) * 60 + minutes) * 60;
        return seconds > LONGEST_OFFSET
                ? Stream.empty()
                : Stream.of(ZoneOffset.ofTotalSeconds(numeric.group(1).equals("+") ? seconds : -seconds));
    }

    /** Whether the clocks of a zone have shown an offset, in winter or in summer, in the years of histories. */
    private static boolean hasHad(ZoneId zone, ZoneOffset offset) {
        return Stream.of("2024-01-15T12:00:00Z", "2024-07-15T12:00:00Z")
                .map(Instant::parse)
                .anyMatch(instant -> zone.getRules().getOffset(instant).equals(offset));
    }
}
