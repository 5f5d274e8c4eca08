package dev.streakline.cli.format.csv;

import dev.streakline.application.format.DateOrder;
import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.format.ReadingChoices;
import dev.streakline.cli.format.item.Escaped;
import dev.streakline.cli.format.item.WrittenDates;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table. The first can be examined together before any is read: all of a short file, and as many of a
 * very long one as fit in memory.
 */
public final class HeldRows {
    private static final int MOST_HELD = 50_000;
    private static final int MOST_HELD_CHARACTERS = 1 << 24;
    private static final int SHOWN_OF_DATE = 20;

    private final CsvTable table;
    private final List<CsvTable.TableRow> held = new ArrayList<>();
    private @Nullable Iterator<CsvTable.TableRow> reading;
    private boolean isWhole;

    private HeldRows(CsvTable table) {
        this.table = table;
    }

    /** The rows of a table, with one row buffered. */
    public static HeldRows holdingOne(CsvTable table) {
        HeldRows rows = new HeldRows(table);
        rows.hold(1);
        return rows;
    }

    /** The rows of a table, with as many rows buffered as fit. */
    public static HeldRows holdingMany(CsvTable table) {
        HeldRows rows = new HeldRows(table);
        rows.holdMore();
        return rows;
    }

    /** Buffers as many rows as fit; to be called before the first is read. */
    public void holdMore() {
        hold(MOST_HELD);
    }

    private void hold(int most) {
        long characters = 0;
        while (!isWhole && held.size() < most && characters < MOST_HELD_CHARACTERS) {
            Optional<CsvTable.TableRow> row = table.next();
            row.ifPresent(held::add);
            characters += row.map(each -> each.line().text().length()).orElse(0);
            isWhole = row.isEmpty();
        }
    }

    /** The rows that are held. */
    public List<CsvTable.TableRow> held() {
        return held;
    }

    /** Whether all rows of the file are buffered. */
    public boolean isWhole() {
        return isWhole;
    }

    /** The next row, from the first on; empty at the end of the file. */
    public Optional<CsvTable.TableRow> next() {
        if (reading == null) {
            reading = held.iterator();
        }
        if (reading.hasNext()) {
            return Optional.of(reading.next());
        }
        return isWhole ? Optional.empty() : table.next();
    }

    /**
     * The order of the dates in the rows.
     *
     * @param date the text of a row's date
     * @throws HistoryUnreadableException when no order was chosen and the dates can be read in several
     */
    public DateOrder order(ReadingChoices choices, String file, Function<CsvTable.TableRow, String> date)
            throws HistoryUnreadableException {
        if (choices.dateOrder() != null) {
            return choices.dateOrder();
        }
        List<String> dates = held.stream().map(date).toList();
        Optional<DateOrder> order = WrittenDates.order(dates, choices.latestDate());
        if (order.isPresent()) {
            return order.get();
        }
        throw orderUnknown(file, dates.get(0));
    }

    /** Dates can be read in several orders, and none was chosen. */
    public static HistoryUnreadableException orderUnknown(String file, String date) {
        return new HistoryUnreadableException(
                HistoryUnreadableException.Cause.DATE_ORDER_UNKNOWN,
                "Cannot determine the order of the dates in " + Escaped.text(file) + ": "
                        + Escaped.start(date, SHOWN_OF_DATE)
                        + " and all others can be read in several orders, and the order of the rows does not decide."
                        + " Choose one: --date-order dmy, mdy or ymd.");
    }

    /** The notice for a person about the order that was chosen. */
    public static HistoryItem.Notice notice(DateOrder order, String file) {
        return new HistoryItem.Notice("dates in " + Escaped.text(file) + " are read as " + order.label()
                + "; use --date-order to read them in another order");
    }
}
