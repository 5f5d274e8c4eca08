package dev.streakline.cli.format.play;

import dev.streakline.cli.format.event.EarlierEvents;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The ids of plays, without ordinals. They consist of what a later download of the same file, also in another language,
 * repeats of the same play. The store's migration V6 and {@link EarlierEvents} make the same ids for plays from earlier
 * versions.
 */
public final class PlayIds {
    private static final int SECONDS_OF_A_MINUTE = 60;
    private static final int DEVICE_DIGITS = 8;
    private static final int TITLE_DIGITS = 16;

    private PlayIds() {}

    /**
     * A row of Netflix's full file: its start, length and device, not its title, which follows the profile's language. The
     * start is cut to the minute, as a spreadsheet saves it, where the length is a minute or more: a device plays no two
     * such rows that start in one minute.
     *
     * @param seconds null where the length is unknown
     * @param device what {@link #ofDevice} makes of it
     */
    public static String ofNetflix(Instant start, @Nullable Integer seconds, String device) {
        String length = seconds == null ? "unknown" : seconds.toString();
        boolean isOfMinute = seconds != null && seconds >= SECONDS_OF_A_MINUTE;
        return of(start, isOfMinute ? ChronoUnit.MINUTES : ChronoUnit.SECONDS) + "-" + length + "-" + device;
    }

    /** A device in the id of a play; empty where it is not known. */
    public static String ofDevice(String device) {
        return RowIds.digest(device).substring(0, DEVICE_DIGITS);
    }

    /**
     * A row of Netflix's short list, which has nothing but its date and title.
     *
     * @param title the id of the title; empty where the row has none
     */
    public static String ofNetflixList(LocalDate date, String title) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date) + "-"
                + RowIds.digest(title).substring(0, TITLE_DIGITS);
    }

    /** An entry of YouTube: its time cut to the second, never its video, which a later download may have lost. */
    public static String ofYouTube(Instant time) {
        return of(time, ChronoUnit.SECONDS);
    }

    /** {@code 20240110T200000Z}. */
    private static String of(Instant instant, ChronoUnit cutTo) {
        return instant.truncatedTo(cutTo).toString().replace("-", "").replace(":", "");
    }
}
