package dev.streakline.cli.history;

import dev.streakline.cli.history.HistoryItem.Bad;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The short list that a profile downloads from Netflix's viewing history: {@code Title,Date}, newest first, whatever the
 * language.
 *
 * <p>A row becomes a watch fact with a date and no time, nor a length. Dates are written as is usual in the language of
 * the account, which the file does not name: their order is told from all rows together ({@link DateOrder}), of a very
 * long file from its first {@value #MOST_HELD}, unless somebody says it. Rows that are no CSV
 * may come before those.
 */
final class NetflixTitleDates implements HistoryFormat {
    private static final String TITLE = "Title";
    private static final String DATE = "Date";
    private static final List<String> REQUIRED = List.of(TITLE, DATE);
    private static final int MOST_HELD = 50_000;
    private static final int MOST_HELD_CHARACTERS = 1 << 24;
    private static final int SHOWN_OF_DATE = 20;
    private static final Events EVENTS = new Events(NetflixTitles.SOURCE);

    private final Owner owner;
    private final @Nullable DateOrder chosen;

    /**
     * The reader.
     *
     * @param order of the dates; null when it is to be told from them
     */
    NetflixTitleDates(Owner owner, @Nullable DateOrder order) {
        this.owner = owner;
        this.chosen = order;
    }

    @Override
    public String description() {
        return "Netflix's short viewing history, with the columns Title,Date";
    }

    @Override
    public boolean recognises(String firstLine) {
        return firstLine.replace("\"", "").strip().equals(TITLE + "," + DATE);
    }

    @Override
    public void read(LineSource lines, Consumer<HistoryItem> sink) throws HistoryUnreadable {
        String viewer = owner.viewer();
        CsvTable table = new CsvTable(lines, REQUIRED, sink);
        List<CsvTable.Row> held = new ArrayList<>();
        Optional<CsvTable.Row> row = table.next();
        long characters = 0;
        while (row.isPresent() && held.size() < MOST_HELD && characters < MOST_HELD_CHARACTERS) {
            held.add(row.get());
            characters += row.get().line().text().length();
            row = table.next();
        }
        DateOrder order = chosen == null ? guess(held) : chosen;
        RowIds ids = new RowIds();
        held.forEach(each -> sink.accept(item(each, ids, order, viewer)));
        for (; row.isPresent(); row = table.next()) {
            sink.accept(item(row.get(), ids, order, viewer));
        }
    }

    private DateOrder guess(List<CsvTable.Row> rows) throws HistoryUnreadable {
        List<String> dates = rows.stream().map(each -> each.of(DATE)).toList();
        Optional<DateOrder> order = DateOrder.of(dates);
        if (order.isPresent()) {
            return order.get();
        }
        throw new HistoryUnreadable(
                HistoryUnreadable.Cause.DATE_ORDER_UNKNOWN,
                "Cannot tell the order of the dates in " + Escaped.text(owner.file()) + ": "
                        + Escaped.start(dates.get(0), SHOWN_OF_DATE)
                        + " and all others can be read in several ways. Say which comes first, day, month or year: "
                        + "--date-order dmy, mdy or ymd.");
    }

    private static HistoryItem item(CsvTable.Row row, RowIds ids, DateOrder order, String viewer) {
        String id = ids.next(row.values());
        Line.Text line = row.line();
        Optional<LocalDate> date = order.date(row.of(DATE));
        if (date.isEmpty()) {
            return line.bad(Bad.MALFORMED, "/" + DATE, "not a date written as " + order.label() + "");
        }
        Map<String, Object> data = new LinkedHashMap<>();
        NetflixTitles.putInto(data, row.of(TITLE));
        data.put("date", date.get().toString());
        return line.event(EVENTS.watch(id, viewer, data));
    }
}
