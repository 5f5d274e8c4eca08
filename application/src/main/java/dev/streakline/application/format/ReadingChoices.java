package dev.streakline.application.format;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The choices for one reading, and what a reader needs to know beforehand.
 *
 * @param previews whether rows without deliberate viewing count
 * @param viewer the viewer of files that do not name one; null if not chosen
 * @param dateOrder the order of local dates; null to derive it from the file
 * @param zone the zone of local times that do not name theirs clearly; null if not chosen
 * @param latestDate the latest date that can be today, anywhere on Earth
 * @param known the plays of Netflix's earlier files
 */
public record ReadingChoices(
        Previews previews,
        @Nullable String viewer,
        @Nullable DateOrder dateOrder,
        @Nullable ZoneId zone,
        LocalDate latestDate,
        KnownLists known) {
    /** Previews are skipped, nothing else is chosen, every date is possible, and no plays are known. */
    public static final ReadingChoices DEFAULT =
            new ReadingChoices(Previews.SKIP, null, null, null, LocalDate.MAX, KnownLists.NONE);

    /** The same choices with that viewer. */
    public ReadingChoices as(String viewer) {
        return new ReadingChoices(previews, viewer, dateOrder, zone, latestDate, known);
    }

    /** The same choices with previews or without. */
    public ReadingChoices with(Previews previews) {
        return new ReadingChoices(previews, viewer, dateOrder, zone, latestDate, known);
    }

    /** The same choices for dates in that order. */
    public ReadingChoices with(DateOrder dateOrder) {
        return new ReadingChoices(previews, viewer, dateOrder, zone, latestDate, known);
    }
}
