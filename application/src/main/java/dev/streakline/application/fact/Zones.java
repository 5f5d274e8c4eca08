package dev.streakline.application.fact;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** The zones that viewers live in: regions of the running time-zone data (details 63). */
public final class Zones {

    private Zones() {}

    /** The region called {@code id}; empty when viewers cannot live there. */
    public static Optional<ZoneId> find(String id) {
        try {
            return Optional.of(read(id));
        } catch (InvalidFact unknown) {
            return Optional.empty();
        }
    }

    /** What {@link #find} finds that zone by: its region, or UTC. */
    public static String name(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** The region called {@code id}; names are compared exactly, {@code europe/berlin} is none. */
    static ZoneId read(String id) {
        check(id);
        try {
            // An id with a slash is never read as an offset: it is a region or an error.
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw unknown(id, "it is not in the time-zone data of this server");
        }
    }

    /** Throws when {@code id} is not the name of a region that viewers may live in, known or not. */
    static void check(String id) {
        TextRule.IDENTIFIER.check(Member.ZONE, id);
        if (id.equals("UTC")) {
            return;
        }
        if (id.indexOf('/') < 0) {
            throw unknown(id, "offsets and abbreviations do not say how clocks change");
        }
        if (id.startsWith("SystemV/")) {
            throw unknown(id, "regions of SystemV are not in the time-zone database");
        }
    }

    private static InvalidFact unknown(String id, String because) {
        return new InvalidFact(
                RejectionCode.ZONE_UNKNOWN,
                Member.ZONE,
                "is " + Excerpt.of(id) + "; " + because + ". Send a region such as Europe/Berlin, or UTC.");
    }
}
