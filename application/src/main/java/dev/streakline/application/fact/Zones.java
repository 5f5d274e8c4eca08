package dev.streakline.application.fact;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;
import java.util.function.Function;

/** The zones that viewers live in: regions of the running Java's time-zone data, and UTC (detail 63). */
public final class Zones {

    private static final String USE_A_REGION = "Use a region such as Europe/Berlin, or UTC.";

    /** Regions that only Java has. */
    private static final String SYSTEM_V = "SystemV/";

    private Zones() {}

    /** The region called {@code id}; empty when it is none that viewers can live in. */
    public static Optional<ZoneId> find(String id) {
        return lookup(id).match(Optional::of, reason -> Optional.empty());
    }

    /** The region called {@code id}, or why there is none and the remedy. */
    public static ZoneLookup lookup(String id) {
        try {
            return new ZoneLookup.Known(read(id));
        } catch (InvalidFactException invalid) {
            return new ZoneLookup.Unknown(invalid.rejection().reason());
        }
    }

    /** The version of the running Java's time-zone data, such as {@code 2025a}. */
    public static String dataVersion() {
        return ZoneRulesProvider.getVersions("Europe/Berlin").lastEntry().getKey();
    }

    /** The name by which {@link #find} finds that zone: its region, or UTC. */
    public static String name(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** The region called {@code id}; names are compared exactly, {@code europe/berlin} is none. */
    public static ZoneId read(String id) {
        check(id);
        try {
            // An id with a slash is never read as an offset: it is a region or an error.
            return ZoneId.of(id);
        } catch (ZoneRulesException notInTheData) {
            throw notInTheData(id);
        } catch (DateTimeException malformed) {
            throw malformed(id, "it does not have the form of one. " + USE_A_REGION);
        }
    }

    /** Throws when {@code id} does not have the form of a region that viewers may live in, known or not. */
    static void check(String id) {
        TextRule.IDENTIFIER.check(Member.ZONE, id);
        if (id.equals("UTC")) {
            return;
        }
        if (id.indexOf('/') < 0) {
            throw malformed(id, "offsets and abbreviations do not define when clocks change. " + USE_A_REGION);
        }
        if (id.startsWith(SYSTEM_V)) {
            throw malformed(id, "regions of SystemV are not in the time-zone database. " + USE_A_REGION);
        }
        if (id.startsWith("/") || id.endsWith("/") || id.contains("//")) {
            throw malformed(id, "a part of it is missing. " + USE_A_REGION);
        }
    }

    private static InvalidFactException notInTheData(String id) {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(known -> known.equalsIgnoreCase(id) && !known.startsWith(SYSTEM_V))
                .findFirst()
                .map(exact -> malformed(id, "names are compared exactly. Use " + exact + "."))
                .orElseGet(() -> refused(
                        id,
                        "is not in the time-zone data of the running Java (version " + dataVersion()
                                + "). Check the spelling, update Java, or use a zone with the same clock."));
    }

    private static InvalidFactException malformed(String id, String because) {
        return refused(id, "is not the name of a zone: " + because);
    }

    private static InvalidFactException refused(String id, String reason) {
        return new InvalidFactException(RejectionCode.ZONE_UNKNOWN, Member.ZONE, ErrorExcerpt.of(id) + " " + reason);
    }

    /** A zone, or the reason in words why there is none. */
    public sealed interface ZoneLookup {

        /** The result of {@code found} or of {@code refused}, whichever applies. */
        <R> R match(Function<? super ZoneId, ? extends R> found, Function<? super String, ? extends R> refused);

        /** The zone that has the name. */
        record Known(ZoneId zone) implements ZoneLookup {
            @Override
            public <R> R match(
                    Function<? super ZoneId, ? extends R> found, Function<? super String, ? extends R> refused) {
                return found.apply(zone);
            }
        }

        /**
         * No zone has the name.
         *
         * @param reason whole sentences that name the zone and the remedy, the first of them without a capital:
         *     {@code zone "Mars/Olympus" is not in …}
         */
        record Unknown(String reason) implements ZoneLookup {
            @Override
            public <R> R match(
                    Function<? super ZoneId, ? extends R> found, Function<? super String, ? extends R> refused) {
                return refused.apply(reason);
            }
        }
    }
}
