package dev.streakline.cli.history;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Netflix's {@code ViewingActivity.csv}: one row per playing of a title by a profile of the household.
 *
 * <p>Columns are found by name, in any order; others are ignored. {@code Start Time} is UTC
 * ({@code 2024-01-14 21:57:47}), {@code Duration} hours, minutes and seconds ({@code 00:42:07}, at most 24 h). The
 * viewer is the profile. Rows with a {@code Supplemental Video Type} (TRAILER, HOOK, RECAP …) and rows that played by
 * themselves ({@code Autoplayed: user action: None}) are not viewing (section 18).
 *
 * <p>The file does not say what is a movie and what an episode, so it yields watch events only: the title is the exact
 * text when that can be an identifier (1 to 128 code points, no control characters), else {@code netflix:} and the
 * first 32 hex digits of its SHA-256; an empty one is left out. The identity of a row is made ({@link RowDigests}) from
 * the seven columns that say what was played: bookmarks stay outside, because {@code Latest Bookmark} of the same
 * playing reads differently in a later export.
 */
final class NetflixViewingActivity implements HistoryFormat {
    private static final String PROFILE = "Profile Name";
    private static final String START = "Start Time";
    private static final String DURATION = "Duration";
    private static final String TITLE = "Title";
    private static final String ATTRIBUTES = "Attributes";
    private static final String SUPPLEMENTAL = "Supplemental Video Type";
    private static final String DEVICE = "Device Type";

    private static final List<String> NEEDED = List.of(PROFILE, START, DURATION, TITLE);
    private static final List<String> IDENTIFYING =
            List.of(PROFILE, START, DURATION, ATTRIBUTES, TITLE, SUPPLEMENTAL, DEVICE);

    private static final String PLAYED_BY_ITSELF = "Autoplayed: user action: None";

    private static final DateTimeFormatter START_FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern DURATION_FORMAT = Pattern.compile("([0-9]{1,3}):([0-5][0-9]):([0-5][0-9])");
    private static final int LONGEST_SECONDS = 86_400;

    private static final int LONGEST_IDENTIFIER = 128;

    @Override
    public String name() {
        return "Netflix ViewingActivity.csv";
    }

    @Override
    public boolean begins(RawLine first) {
        return CsvTable.header(first)
                .filter(columns -> columns.containsAll(NEEDED))
                .isPresent();
    }

    @Override
    public void read(LineSource lines, Previews previews, Consumer<HistoryItem> items) {
        CsvTable table = CsvTable.headedBy(lines, items);
        RowDigests identities = new RowDigests();
        for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
            items.accept(item(row, previews, identities));
        }
    }

    private static HistoryItem item(CsvTable.Row row, Previews previews, RowDigests identities) {
        if (row.in(PROFILE).isEmpty()) {
            return row.bad("netflix.profile", PROFILE, "the profile has no name");
        }
        LocalDateTime start;
        try {
            start = LocalDateTime.parse(row.in(START), START_FORMAT);
        } catch (DateTimeException unreadable) {
            return row.bad("netflix.start_time", START, "the start is not a time like 2024-01-14 21:57:47");
        }
        OptionalInt seconds = secondsOf(row.in(DURATION));
        if (seconds.isEmpty()) {
            return row.bad("netflix.duration", DURATION, "the duration is not like 00:42:07, at most 24:00:00");
        }
        if (previews == Previews.SKIP && !row.in(SUPPLEMENTAL).isEmpty()) {
            return new HistoryItem.Skipped(row.raw(), "supplemental video: " + row.in(SUPPLEMENTAL));
        }
        if (previews == Previews.SKIP && row.in(ATTRIBUTES).contains(PLAYED_BY_ITSELF)) {
            return new HistoryItem.Skipped(row.raw(), "played by itself");
        }
        String id = identities.identityOf(IDENTIFYING.stream().map(row::in).toList());
        return new HistoryItem.Event(row.raw(), event(row, id, start, seconds.getAsInt()));
    }

    private static Map<String, Object> event(CsvTable.Row row, String id, LocalDateTime start, int seconds) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (!row.in(TITLE).isEmpty()) {
            data.put("title", titleOf(row.in(TITLE)));
        }
        data.put("seconds", seconds);
        if (!row.in(DEVICE).isEmpty()) {
            data.put("platform", row.in(DEVICE));
        }
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", "netflix");
        event.put("type", "streakline.watch.v1");
        event.put("subject", row.in(PROFILE));
        event.put("time", start.toInstant(ZoneOffset.UTC).toString());
        event.put("data", data);
        return event;
    }

    private static String titleOf(String text) {
        boolean identifier = text.codePointCount(0, text.length()) <= LONGEST_IDENTIFIER
                && text.codePoints().noneMatch(Character::isISOControl);
        return identifier ? text : "netflix:" + RowDigests.hexOf(text);
    }

    private static OptionalInt secondsOf(String duration) {
        Matcher parts = DURATION_FORMAT.matcher(duration);
        if (!parts.matches()) {
            return OptionalInt.empty();
        }
        int seconds = 3600 * Integer.parseInt(parts.group(1))
                + 60 * Integer.parseInt(parts.group(2))
                + Integer.parseInt(parts.group(3));
        return seconds <= LONGEST_SECONDS ? OptionalInt.of(seconds) : OptionalInt.empty();
    }
}
