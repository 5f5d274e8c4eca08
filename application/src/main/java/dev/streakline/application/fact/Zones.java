package dev.streakline.application.fact;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** The zones that people may name (detail 63). */
public final class Zones {

    private static final String UTC = "UTC";
    private static final String LEGACY = "SystemV/";

    private Zones() {}

    /**
     * The zone of this id: a region of the running time-zone data with a slash, or {@code UTC}. Offsets, abbreviations and
     * the legacy {@code SystemV} regions are none.
     */
    public static Optional<ZoneId> find(String id) {
        if (id.equals(UTC)) {
            return Optional.of(ZoneOffset.UTC);
        }
        return id.indexOf('/') > 0 && !id.startsWith(LEGACY) && Regions.IDS.contains(id)
                ? Optional.of(ZoneId.of(id))
                : Optional.empty();
    }

    private static final class Regions {
        private static final Set<String> IDS = Set.copyOf(ZoneId.getAvailableZoneIds());
    }
}
