package dev.streakline.cli.history;

import dev.streakline.cli.history.HistoryItem.Bad;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ViewingActivity.csv} from Netflix's "download your personal information": one row for everything that a profile
 * of the household played, newest first.
 *
 * <p>A row becomes a watch fact of the viewer that is called like the profile. {@code Start Time} is UTC, though the
 * file does not say so; {@code Duration} is {@code H:MM:SS}. Rows with a {@code Supplemental Video Type} (trailers, hooks,
 * recaps) and rows that began by themselves without the user doing anything are no viewing. Netflix does not say what
 * is a film and what an episode, so no title facts are made.
 */
final class NetflixViewingActivity implements HistoryFormat {
    private static final String PROFILE = "Profile Name";
    private static final String START = "Start Time";
    private static final String DURATION = "Duration";
    private static final String ATTRIBUTES = "Attributes";
    private static final String TITLE = "Title";
    private static final String SUPPLEMENTAL = "Supplemental Video Type";
    private static final String DEVICE = "Device Type";

    private static final List<String> REQUIRED = List.of(PROFILE, START, DURATION, TITLE);

    /**
     * What makes a row the same row. The bookmarks are left out: Netflix writes another "Latest Bookmark" into old
     * rows of a later download, and a row must not come in twice for that.
     */
    private static final List<String> IDENTITY =
            List.of(PROFILE, START, DURATION, ATTRIBUTES, TITLE, SUPPLEMENTAL, DEVICE);

    private static final String BEGAN_BY_ITSELF = "Autoplayed: user action: None";
    private static final Pattern CLOCK = Pattern.compile("([0-9]{1,3}):([0-5][0-9]):([0-5][0-9])");
    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final Events EVENTS = new Events(NetflixTitles.SOURCE);
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final Previews previews;

    NetflixViewingActivity(Previews previews) {
        this.previews = previews;
    }

    @Override
    public String description() {
        return "Netflix ViewingActivity.csv, with the columns " + String.join(", ", REQUIRED);
    }

    @Override
    public boolean recognises(String firstLine) {
        return REQUIRED.stream().allMatch(firstLine::contains);
    }

    @Override
    public void read(LineSource lines, Consumer<HistoryItem> sink) {
        CsvTable table = new CsvTable(lines, REQUIRED, sink);
        RowIds ids = new RowIds();
        for (Optional<CsvTable.Row> row = table.next(); row.isPresent(); row = table.next()) {
            sink.accept(item(row.get(), ids));
        }
    }

    private HistoryItem item(CsvTable.Row row, RowIds ids) {
        String id = ids.next(IDENTITY.stream().map(row::of).toList());
        if (previews == Previews.SKIP && !row.of(SUPPLEMENTAL).isBlank()) {
            return new HistoryItem.Skipped(row.line().number(), "a trailer, recap or other supplement");
        }
        if (previews == Previews.SKIP && row.of(ATTRIBUTES).contains(BEGAN_BY_ITSELF)) {
            return new HistoryItem.Skipped(row.line().number(), "began by itself, without user action");
        }
        return watch(id, row, row.line());
    }

    private static HistoryItem watch(String id, CsvTable.Row values, Line.Text row) {
        Optional<LocalDateTime> start = start(values.of(START));
        OptionalInt seconds = seconds(values.of(DURATION));
        if (values.of(PROFILE).isBlank()) {
            return row.bad(Bad.MALFORMED, "/" + PROFILE, "the profile name is empty");
        }
        if (start.isEmpty()) {
            return row.bad(Bad.MALFORMED, "/" + START, "not a time such as 2024-01-14 21:57:47");
        }
        if (seconds.isEmpty()) {
            return row.bad(Bad.MALFORMED, "/" + DURATION, "not a duration such as 0:42:07 of at most 24 hours");
        }
        String time = start.get().toInstant(ZoneOffset.UTC).toString();
        Map<String, Object> event = EVENTS.watchAt(time, id, values.of(PROFILE), data(values, seconds.getAsInt()));
        return row.event(event);
    }

    private static Map<String, Object> data(CsvTable.Row values, int seconds) {
        Map<String, Object> data = new LinkedHashMap<>();
        NetflixTitles.putInto(data, values.of(TITLE));
        data.put("seconds", seconds);
        if (FactTexts.isIdentifier(values.of(DEVICE))) {
            data.put("platform", values.of(DEVICE));
        }
        return data;
    }

    private static Optional<LocalDateTime> start(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, UTC_TIME));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static OptionalInt seconds(String text) {
        Matcher clock = CLOCK.matcher(text);
        if (!clock.matches()) {
            return OptionalInt.empty();
        }
        int hours = Integer.parseInt(clock.group(1));
        int seconds = (hours * 60 + Integer.parseInt(clock.group(2))) * 60 + Integer.parseInt(clock.group(3));
        return seconds <= SECONDS_OF_A_DAY ? OptionalInt.of(seconds) : OptionalInt.empty();
    }
}
