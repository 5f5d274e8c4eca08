package dev.streakline.cli.format.netflix;

import dev.streakline.application.format.DateOrder;
import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.format.Previews;
import dev.streakline.application.format.ReadingChoices;
import dev.streakline.application.format.SkipReason;
import dev.streakline.cli.format.csv.CsvColumn;
import dev.streakline.cli.format.csv.CsvHeader;
import dev.streakline.cli.format.csv.CsvTable;
import dev.streakline.cli.format.csv.HeldRows;
import dev.streakline.cli.format.item.WrittenDates;
import dev.streakline.cli.format.line.HistoryFormat;
import dev.streakline.cli.format.line.LineSource;
import dev.streakline.cli.format.play.Events;
import dev.streakline.cli.format.play.FactTexts;
import dev.streakline.cli.format.play.Owner;
import dev.streakline.cli.format.play.PlayIds;
import dev.streakline.cli.format.play.RowIds;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code ViewingActivity.csv} from Netflix's "download your personal information": one row for everything that a
 * profile of the household played, newest first. Also as a spreadsheet has saved it.
 *
 * <p>A row becomes a watch fact of the viewer that is called like the profile; a file without profiles needs an owner.
 * {@code Start Time} is UTC, though the file does not state it; {@code Duration} is {@code H:MM:SS}, and more than 24
 * hours are no length (detail 161). Rows with a {@code Supplemental Video Type} (trailers, hooks, recaps) are no
 * viewing. Nor are rows shorter than 120 seconds that began without any action of the viewer: those are previews,
 * whereas longer ones are the next episode (detail 158). {@link NetflixTitles} distinguishes films from episodes.
 */
public final class NetflixViewingActivity implements HistoryFormat {
    private static final List<CsvColumn> REQUIRED = List.of(CsvColumn.START, CsvColumn.DURATION);
    private static final String NOT_APPLICABLE = "N/A";
    private static final String BEGAN_BY_ITSELF = "Autoplayed: user action: None";
    private static final Pattern CLOCK = Pattern.compile("([0-9]{1,5}):([0-5][0-9]):([0-5][0-9])");
    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final int SHORTEST_EPISODE = 120;
    private static final int MOST_DEVICES = 1_000;
    private static final Events EVENTS = new Events(NetflixTitles.SOURCE);

    private final Owner owner;
    private final ReadingChoices choices;

    public NetflixViewingActivity(Owner owner, ReadingChoices choices) {
        this.owner = owner;
        this.choices = choices;
    }

    @Override
    public String description() {
        return "Netflix ViewingActivity.csv, with the columns " + CsvHeader.named(REQUIRED.stream());
    }

    @Override
    public boolean recognises(String firstLine) {
        return CsvHeader.of(firstLine).hasAll(REQUIRED);
    }

    @Override
    public void read(LineSource lines, Consumer<HistoryItem> sink) throws HistoryUnreadableException {
        CsvTable table = new CsvTable(lines, sink);
        String viewer = table.header().has(CsvColumn.PROFILE) ? owner.orElse("") : owner.viewer();
        HeldRows rows = HeldRows.holdingOne(table);
        DateOrder order = DateOrder.YEAR_MONTH_DAY;
        if (!rows.held().stream().allMatch(row -> WrittenDates.isYearFirst(date(row)))) {
            rows.holdMore();
            order = rows.order(choices, owner.file(), NetflixViewingActivity::date);
            if (order != DateOrder.YEAR_MONTH_DAY) {
                sink.accept(HeldRows.notice(order, owner.file()));
            }
        }
        new Rows(order, viewer, sink).read(rows);
    }

    private static String date(CsvTable.TableRow row) {
        String start = row.of(CsvColumn.START);
        return StartTimes.date(start).orElse(start);
    }

    /** The rows of one file. */
    private final class Rows {
        private final StartTimes times;
        private final String viewer;
        private final Consumer<HistoryItem> sink;
        private final RowIds ids = new RowIds();
        private final NetflixTitles titles = new NetflixTitles();
        private final Map<String, Span> spans = new LinkedHashMap<>();
        private final Map<String, String> devices = new HashMap<>();

        Rows(DateOrder order, String viewer, Consumer<HistoryItem> sink) {
            this.times = new StartTimes(order);
            this.viewer = viewer;
            this.sink = sink;
        }

        void read(HeldRows rows) {
            for (Optional<CsvTable.TableRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                read(row.get());
            }
            titles.details().forEach(sink);
            spans.forEach((profile, span) -> sink.accept(new HistoryItem.Covered(profile, span.first(), span.last())));
        }

        private void read(CsvTable.TableRow row) {
            String profile = row.of(CsvColumn.PROFILE).isEmpty() ? viewer : row.of(CsvColumn.PROFILE);
            Optional<LocalDateTime> start = times.read(row.of(CsvColumn.START));
            Matcher clock = CLOCK.matcher(row.of(CsvColumn.DURATION));
            if (profile.isEmpty()) {
                sink.accept(row.bad(CsvColumn.PROFILE, "the profile name is empty"));
            } else if (start.isEmpty()) {
                sink.accept(row.bad(CsvColumn.START, "not a time such as 2024-01-14 21:57:47"));
            } else if (!clock.matches()) {
                sink.accept(row.bad(CsvColumn.DURATION, "not a duration such as 0:42:07"));
            } else {
                read(row, profile, start.get().toInstant(ZoneOffset.UTC), seconds(clock));
            }
        }

        private void read(CsvTable.TableRow row, String profile, Instant start, @Nullable Integer seconds) {
            extend(profile, start);
            Optional<SkipReason> skipped = skipped(row, seconds);
            if (skipped.isPresent()) {
                titles.addSkipped(row.of(CsvColumn.TITLE));
                sink.accept(new HistoryItem.Skipped(row.line().number(), skipped.get()));
                return;
            }
            titles.addWatched(row.of(CsvColumn.TITLE), seconds == null ? 0 : seconds);
            if (seconds == null) {
                sink.accept(new HistoryItem.LengthIgnored(row.line().number()));
            }
            String device = FactTexts.isIdentifier(row.of(CsvColumn.DEVICE)) ? row.of(CsvColumn.DEVICE) : "";
            Map<String, Object> data = new LinkedHashMap<>();
            NetflixTitles.putInto(data, row.of(CsvColumn.TITLE));
            if (seconds != null) {
                data.put("seconds", seconds);
            }
            if (!device.isEmpty()) {
                data.put("platform", device);
            }
            String id = ids.next(profile, PlayIds.ofNetflix(start, seconds, device(device)));
            sink.accept(row.line().play(EVENTS.watchAt(start.toString(), id, profile, data)));
        }

        /** A household has few devices, and a digest costs more than all else in a row. */
        private String device(String device) {
            if (devices.size() == MOST_DEVICES) {
                devices.clear();
            }
            return devices.computeIfAbsent(device, PlayIds::ofDevice);
        }

        private void extend(String profile, Instant start) {
            Span known = spans.get(profile);
            if (known == null || start.isBefore(known.first()) || start.isAfter(known.last())) {
                spans.put(profile, known == null ? new Span(start, start) : known.with(start));
            }
        }

        private Optional<SkipReason> skipped(CsvTable.TableRow row, @Nullable Integer seconds) {
            if (choices.previews() == Previews.INCLUDE) {
                return Optional.empty();
            }
            String supplement = row.of(CsvColumn.SUPPLEMENTAL);
            if (!supplement.isEmpty() && !supplement.equalsIgnoreCase(NOT_APPLICABLE)) {
                return Optional.of(SkipReason.SUPPLEMENT);
            }
            boolean isPreview = row.of(CsvColumn.ATTRIBUTES).contains(BEGAN_BY_ITSELF)
                    && seconds != null
                    && seconds < SHORTEST_EPISODE;
            return isPreview ? Optional.of(SkipReason.PREVIEW) : Optional.empty();
        }
    }

    /** Null for what is no length. */
    private static @Nullable Integer seconds(Matcher clock) {
        int hours = Integer.parseInt(clock.group(1));
        int seconds = (hours * 60 + Integer.parseInt(clock.group(2))) * 60 + Integer.parseInt(clock.group(3));
        return seconds <= SECONDS_OF_A_DAY ? Integer.valueOf(seconds) : null;
    }

    /** From the earliest start to the latest. */
    private record Span(Instant first, Instant last) {
        Span with(Instant start) {
            return start.isBefore(first) ? new Span(start, last) : new Span(first, start);
        }
    }
}
