package dev.streakline.cli.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A table in CSV (RFC 4180) with a header line: rows one at a time, their values found by the names of the columns.
 *
 * <p>A record goes on in the next line while a quote is open, over at most {@value #MOST_LINES} lines and
 * {@value #MOST_BYTES} bytes; when it does not end by then, or what it then holds is no record, only its first line is
 * bad and reading goes on with the next one: one lost quote costs one row. Blank lines are no rows. Every row has as
 * many values as the header.
 */
final class CsvTable {
    private static final int MOST_LINES = 50;
    private static final int MOST_BYTES = 64 << 10;

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private final LineSource lines;
    private final Consumer<HistoryItem> items;
    private final int width;
    private final Map<String, Integer> columns = new HashMap<>();

    /** One record of the table, with a value for each column. */
    final class Row {
        private final RawLine raw;
        private final List<String> values;

        private Row(RawLine raw, List<String> values) {
            this.raw = raw;
            this.values = values;
        }

        RawLine raw() {
            return raw;
        }

        /** All values in the order of the columns. */
        List<String> values() {
            return values;
        }

        /** The value of a column; empty when the table has no such column. */
        String in(String column) {
            Integer index = columns.get(column);
            return index == null ? "" : values.get(index);
        }

        /** This row as a bad one, because of the value in a column. */
        HistoryItem.Bad bad(String code, String column, String reason) {
            String escaped = column.replace("~", "~0").replace("/", "~1");
            return new HistoryItem.Bad(raw, code, "/" + escaped, reason);
        }
    }

    private CsvTable(LineSource lines, Consumer<HistoryItem> items, List<String> header) {
        this.lines = lines;
        this.items = items;
        this.width = header.size();
        for (int index = 0; index < width; index++) {
            columns.putIfAbsent(header.get(index), index);
        }
    }

    /** The table whose header is the next line; of columns of one name the first counts. Bad lines are told at once. */
    static CsvTable headedBy(LineSource lines, Consumer<HistoryItem> items) {
        RawLine first = lines.next();
        return new CsvTable(
                lines, items, first == null ? List.of() : header(first).orElse(List.of()));
    }

    /** The names of the columns that a line holds; nothing when it is no record of CSV. */
    static Optional<List<String>> header(RawLine line) {
        return line.text().flatMap(CsvTable::values);
    }

    /** The next row that is whole; nothing at the end. */
    @Nullable
    Row next() {
        for (RawLine line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                Row row = row(line);
                if (row != null) {
                    return row;
                }
            }
        }
        return null;
    }

    private @Nullable Row row(RawLine first) {
        if (first.text().isEmpty()) {
            items.accept(HistoryItem.Bad.unreadable(first));
            return null;
        }
        List<RawLine> taken = new ArrayList<>();
        RawLine record = first;
        boolean open = hasOpenQuote(first);
        while (open && taken.size() < MOST_LINES - 1) {
            RawLine next = lines.next();
            if (next == null) {
                break;
            }
            taken.add(next);
            if (next.text().isEmpty() || record.length() + 1 + next.length() > MOST_BYTES) {
                break;
            }
            record = record.and(next);
            open ^= hasOpenQuote(next);
        }
        Optional<List<String>> values = open ? Optional.empty() : record.text().flatMap(CsvTable::values);
        if (values.isEmpty()) {
            lines.giveBack(taken);
            items.accept(new HistoryItem.Bad(
                    first,
                    "csv.malformed",
                    "",
                    open
                            ? "a quote is opened and not closed within " + MOST_LINES + " lines and " + MOST_BYTES
                                    + " bytes"
                            : "a quote stands inside a value"));
            return null;
        }
        if (values.get().size() != width) {
            items.accept(new HistoryItem.Bad(
                    record,
                    "csv.wrong_width",
                    "",
                    "the row has " + values.get().size() + " values and the header " + width));
            return null;
        }
        return new Row(record, values.get());
    }

    /** A record is whole when its quotes are even: inside a quoted value they are doubled. */
    private static boolean hasOpenQuote(RawLine line) {
        boolean open = false;
        for (byte each : line.bytes()) {
            open ^= each == '"';
        }
        return open;
    }

    private static Optional<List<String>> values(String text) {
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? Optional.of(records.get(0).toList()) : Optional.empty();
        } catch (IOException | IllegalStateException | UncheckedIOException malformed) {
            return Optional.empty();
        }
    }
}
