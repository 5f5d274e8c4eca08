package dev.streakline.cli.format.netflix;

import dev.streakline.application.format.DateOrder;
import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.format.KnownLists;
import dev.streakline.application.format.ReadingChoices;
import dev.streakline.application.format.SkipReason;
import dev.streakline.cli.format.csv.CsvColumn;
import dev.streakline.cli.format.csv.CsvHeader;
import dev.streakline.cli.format.csv.CsvTable;
import dev.streakline.cli.format.csv.HeldRows;
import dev.streakline.cli.format.item.Escaped;
import dev.streakline.cli.format.item.WrittenDates;
import dev.streakline.cli.format.line.HistoryFormat;
import dev.streakline.cli.format.line.LineSource;
import dev.streakline.cli.format.play.Events;
import dev.streakline.cli.format.play.Owner;
import dev.streakline.cli.format.play.PlayIds;
import dev.streakline.cli.format.play.RowIds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The short list that a profile downloads from Netflix's viewing history: {@code Title,Date}, newest first, whatever
 * the language. Also as a spreadsheet has saved it.
 *
 * <p>A row becomes a watch fact with a date and no time, nor a length. Dates are written as is usual in the language of
 * the account, which the file does not name. Unless it was chosen, their order is derived from all rows together
 * ({@link WrittenDates}), in a very long file from the first of them. Rows that are no CSV may come before those.
 *
 * <p>Days that a full file of the viewer covers are skipped (detail 172). So is a list that is known in another
 * language (detail 164, {@link SameList}).
 */
public final class NetflixTitleDates implements HistoryFormat {
    private static final List<CsvColumn> REQUIRED = List.of(CsvColumn.TITLE, CsvColumn.DATE);
    private static final Events EVENTS = new Events(NetflixTitles.SOURCE);

    private final Owner owner;
    private final ReadingChoices choices;

    public NetflixTitleDates(Owner owner, ReadingChoices choices) {
        this.owner = owner;
        this.choices = choices;
    }

    @Override
    public String description() {
        return "Netflix's short viewing history, with the columns " + CsvHeader.named(REQUIRED.stream());
    }

    @Override
    public boolean recognises(String firstLine) {
        CsvHeader header = CsvHeader.of(firstLine);
        return header.hasAll(REQUIRED)
                && !header.has(CsvColumn.START)
                && header.columns().values().stream().allMatch(place -> place < 2);
    }

    @Override
    public void read(LineSource lines, Consumer<HistoryItem> sink) throws HistoryUnreadableException {
        String viewer = owner.viewer();
        HeldRows rows = HeldRows.holdingMany(new CsvTable(lines, sink));
        if (rows.held().isEmpty()) {
            return;
        }
        DateOrder order = rows.order(choices, owner.file(), row -> row.of(CsvColumn.DATE));
        sink.accept(HeldRows.notice(order, owner.file()));
        new Rows(order, viewer, sink).read(rows);
    }

    /** The rows of one file. */
    private final class Rows {
        private final DateOrder order;
        private final String viewer;
        private final Consumer<HistoryItem> sink;
        private final KnownLists.Plays known;
        private final RowIds ids = new RowIds();

        Rows(DateOrder order, String viewer, Consumer<HistoryItem> sink) {
            this.order = order;
            this.viewer = viewer;
            this.sink = sink;
            this.known = choices.known().of(viewer);
        }

        void read(HeldRows rows) {
            SameList same = SameList.of(rows.isWhole() ? titles(rows, order) : Map.of(), known.titles());
            if (same.isInAnotherLanguage()) {
                sink.accept(new HistoryItem.Notice(Escaped.text(owner.file())
                        + " was not imported: it looks like the known list of this viewer in another language. On every"
                        + " common day it has as many plays, mostly under other titles. If it is a different list,"
                        + " import it with --another-list"));
            }
            for (Optional<CsvTable.TableRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                sink.accept(item(row.get(), same));
            }
        }

        private HistoryItem item(CsvTable.TableRow row, SameList same) {
            Optional<LocalDate> date = WrittenDates.date(row.of(CsvColumn.DATE), order);
            if (date.isEmpty()) {
                return row.bad(CsvColumn.DATE, "not a date written as " + order.label());
            }
            String title = NetflixTitles.id(row.of(CsvColumn.TITLE));
            if (known.covers(date.get())) {
                return new HistoryItem.Skipped(row.line().number(), SkipReason.COVERED);
            }
            if (same.isInAnotherLanguage() || same.isUnderAnotherTitle(date.get(), title)) {
                return new HistoryItem.Skipped(row.line().number(), SkipReason.KNOWN_LIST);
            }
            Map<String, Object> data = new LinkedHashMap<>();
            NetflixTitles.putInto(data, row.of(CsvColumn.TITLE));
            data.put("date", date.get().toString());
            String id = ids.next(PlayIds.ofNetflixList(date.get(), title));
            return row.line().play(EVENTS.watch(id, viewer, data));
        }
    }

    private static Map<LocalDate, List<String>> titles(HeldRows rows, DateOrder order) {
        Map<LocalDate, List<String>> titles = new HashMap<>();
        for (CsvTable.TableRow row : rows.held()) {
            WrittenDates.date(row.of(CsvColumn.DATE), order)
                    .ifPresent(date -> titles.computeIfAbsent(date, unseen -> new ArrayList<>())
                            .add(NetflixTitles.id(row.of(CsvColumn.TITLE))));
        }
        return titles;
    }
}
