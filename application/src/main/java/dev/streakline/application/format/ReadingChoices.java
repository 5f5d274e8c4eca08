package dev.streakline.application.format;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a person chooses when a history is read, and what is known beforehand.
 *
 * @param previews what becomes of rows that are not deliberate viewing
 * @param viewer whose history it is where the file does not say; null when nobody said
 * @param dateOrder of local dates; null when it is to be derived from the file
 * @param zone of local times whose zone the file does not say clearly; null when nobody said
 * @param latestDate the latest date that can have come already, anywhere on Earth
 * @param known what is known of Netflix's short lists
 */
public record ReadingChoices(
        Previews previews,
        @Nullable String viewer,
        @Nullable DateOrder dateOrder,
        @Nullable ZoneId zone,
        LocalDate latestDate,
        KnownLists known) {
    /** Previews are skipped, nobody said anything, every date can have come, and nothing is known. */
    public static final ReadingChoices DEFAULT =
            new ReadingChoices(Previews.SKIP, null, null, null, LocalDate.MAX, KnownLists.NONE);

    /** The same choices for a history of that viewer. */
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
