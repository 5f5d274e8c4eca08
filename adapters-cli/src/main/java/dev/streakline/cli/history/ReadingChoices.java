package dev.streakline.cli.history;

import org.jspecify.annotations.Nullable;

/**
 * What a person chooses when a history is read.
 *
 * @param previews what becomes of rows that are no deliberate viewing
 * @param viewer whose history it is where the file does not say; null when nobody said
 * @param dateOrder of local dates; null when it is to be told from the file
 */
public record ReadingChoices(
        Previews previews,
        @Nullable String viewer,
        @Nullable DateOrder dateOrder) {
    /** Previews are skipped, nobody said whose history it is, and the order of dates is told from the file. */
    public static final ReadingChoices DEFAULT = new ReadingChoices(Previews.SKIP, null, null);

    /** The same choices for a history of that viewer. */
    public ReadingChoices as(String viewer) {
        return new ReadingChoices(previews, viewer, dateOrder);
    }
}
