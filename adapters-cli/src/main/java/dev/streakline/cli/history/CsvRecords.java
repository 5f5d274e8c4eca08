package dev.streakline.cli.history;

import dev.streakline.cli.history.HistoryItem.Bad;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The records of a CSV file (RFC 4180). A record goes on over line ends while a quote is open, for at most 50 lines and
 * 64 KiB; if it is still open then, its first line is bad and reading goes on with the next one, so that a single stray
 * quote costs one line and not the file. Blank lines between records are ignored.
 */
final class CsvRecords {
    private static final int MOST_LINES = 50;
    private static final int MOST_CHARACTERS = 1 << 16;

    private final LineSource lines;
    private final Consumer<HistoryItem> sink;

    /**
     * The records of the lines.
     *
     * @param sink gets the bad lines in between
     */
    CsvRecords(LineSource lines, Consumer<HistoryItem> sink) {
        this.lines = lines;
        this.sink = sink;
    }

    /**
     * One record.
     *
     * @param row all its text as one line, beginning at its first line's number and offset
     * @param values one for every column
     */
    record Row(Line.Text row, List<String> values) {
        Row {
            values = List.copyOf(values);
        }
    }

    /** The next record; empty at the end of the file. */
    Optional<Row> next() {
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (line.get() instanceof Line.Unreadable unreadable) {
                sink.accept(unreadable.bad());
            } else if (line.get() instanceof Line.Text first && !first.isBlank()) {
                Optional<Row> row = startingAt(first);
                if (row.isPresent()) {
                    return row;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Row> startingAt(Line.Text first) {
        Quotes quotes = new Quotes();
        quotes.read(first.text());
        if (!quotes.open()) {
            return parse(first);
        }
        List<Line> following = new ArrayList<>();
        StringBuilder text = new StringBuilder(first.text());
        String end = first.end();
        while (following.size() < MOST_LINES - 1 && text.length() <= MOST_CHARACTERS) {
            Optional<Line> line = lines.next();
            if (line.isEmpty()) {
                break;
            }
            following.add(line.get());
            if (!(line.get() instanceof Line.Text more)) {
                break;
            }
            quotes.read(end);
            quotes.read(more.text());
            text.append(end).append(more.text());
            end = more.end();
            if (!quotes.open() && text.length() <= MOST_CHARACTERS) {
                return parse(new Line.Text(first.number(), first.offset(), text.toString(), end));
            }
        }
        lines.putBack(following);
        sink.accept(first.bad(Bad.MALFORMED, "", "a quote is opened in this row and not closed"));
        return Optional.empty();
    }

    private Optional<Row> parse(Line.Text row) {
        try (CSVParser parser = CSVParser.parse(row.text(), CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() == 1) {
                return Optional.of(new Row(row, records.get(0).toList()));
            }
        } catch (IOException | IllegalStateException | UncheckedIOException misplacedQuote) {
            // Told below: the parser's own words name its internals.
        }
        sink.accept(row.bad(Bad.MALFORMED, "", "the row is not CSV: after a closing quote a comma must follow"));
        return Optional.empty();
    }

    /** Whether the text read so far ends inside a quoted value, as the parser sees it: a quote opens only at a value's start. */
    private static final class Quotes {
        private enum At {
            VALUE_START,
            PLAIN,
            QUOTED,
            AFTER_QUOTE
        }

        private At at = At.VALUE_START;

        boolean open() {
            return at == At.QUOTED;
        }

        void read(String text) {
            for (int i = 0; i < text.length(); i++) {
                at = after(text.charAt(i));
            }
        }

        private At after(char read) {
            boolean quote = read == '"';
            return switch (at) {
                case QUOTED -> quote ? At.AFTER_QUOTE : At.QUOTED;
                case AFTER_QUOTE -> quote ? At.QUOTED : read == ',' ? At.VALUE_START : At.PLAIN;
                case VALUE_START -> quote ? At.QUOTED : read == ',' ? At.VALUE_START : At.PLAIN;
                case PLAIN -> read == ',' ? At.VALUE_START : At.PLAIN;
            };
        }
    }
}
