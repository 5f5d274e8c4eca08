package dev.streakline.cli.format.csv;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistoryItem.RejectedLine;
import dev.streakline.cli.format.line.Line;
import dev.streakline.cli.format.line.LineSource;
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
 * The records of a CSV file (RFC 4180, with the separator of its header). A record continues over line ends while a
 * quote is open, for at most 50 lines and 64 KiB. It is bad if the quote is still open then, if text follows the
 * closing quote, or if the number of values is wrong. Then its first line is rejected and reading continues with the
 * next one: a stray quote costs its own line and no other. Blank lines between records are ignored.
 */
public final class CsvRecords {
    private static final int MOST_LINES = 50;
    private static final int MOST_CHARACTERS = 1 << 16;

    private final LineSource lines;
    private final CsvHeader header;
    private final CSVFormat format;
    private final Consumer<HistoryItem> sink;

    /**
     * The records of the lines.
     *
     * @param sink gets the bad lines in between
     */
    CsvRecords(LineSource lines, CsvHeader header, Consumer<HistoryItem> sink) {
        this.lines = lines;
        this.header = header;
        this.format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(header.separator())
                .setIgnoreSurroundingSpaces(true)
                .get();
        this.sink = sink;
    }

    /**
     * One record.
     *
     * @param row all its text as one line, beginning at its first line's number and offset
     * @param values one for every column
     */
    record ParsedRecord(Line.Text row, List<String> values) {
        ParsedRecord {
            values = List.copyOf(values);
        }
    }

    /** The next record with as many values as the header has columns; empty at the end of the file. */
    Optional<ParsedRecord> next() {
        for (Optional<Line.Text> line = lines.nextText(sink); line.isPresent(); line = lines.nextText(sink)) {
            Optional<ParsedRecord> row = line.filter(first -> !first.isBlank()).flatMap(this::startingAt);
            if (row.isPresent()) {
                return row;
            }
        }
        return Optional.empty();
    }

    private Optional<ParsedRecord> startingAt(Line.Text first) {
        Quotes quotes = new Quotes(header.separator());
        quotes.read(first.text());
        return quotes.isOpen() ? overSeveralLines(first, quotes) : onOneLine(first);
    }

    private Optional<ParsedRecord> onOneLine(Line.Text line) {
        Optional<List<String>> values = values(line.text());
        if (values.isEmpty()) {
            sink.accept(line.bad(
                    RejectedLine.MALFORMED, "", "the row is not CSV: a separator must follow a closing quote"));
            return Optional.empty();
        }
        int count = values.get().size();
        if (!isComplete(values.get())) {
            String reason = "the row has " + count + " values, the header " + header.count() + " columns";
            sink.accept(line.bad(RejectedLine.MALFORMED, "", reason));
            return Optional.empty();
        }
        return Optional.of(new ParsedRecord(line, values.get()));
    }

    private Optional<ParsedRecord> overSeveralLines(Line.Text first, Quotes quotes) {
        List<Line> following = new ArrayList<>();
        StringBuilder text = new StringBuilder(first.text());
        String end = first.end();
        while (following.size() < MOST_LINES - 1 && text.length() <= MOST_CHARACTERS && quotes.isOpen()) {
            Optional<Line> line = lines.next();
            line.ifPresent(following::add);
            Optional<Line.Text> more = line.flatMap(Line::asText);
            if (more.isEmpty()) {
                break;
            }
            quotes.read(end);
            quotes.read(more.get().text());
            text.append(end).append(more.get().text());
            end = more.get().end();
        }
        Line.Text whole = new Line.Text(first.number(), first.offset(), text.toString(), end);
        Optional<List<String>> values =
                quotes.isOpen() || text.length() > MOST_CHARACTERS ? Optional.empty() : values(whole.text());
        if (values.filter(this::isComplete).isPresent()) {
            return Optional.of(new ParsedRecord(whole, values.get()));
        }
        lines.putBack(following);
        sink.accept(first.bad(RejectedLine.MALFORMED, "", "a quote in this row is not closed"));
        return Optional.empty();
    }

    /** As many values as columns, or more with empty ones at the end: spreadsheets fill rows up. */
    private boolean isComplete(List<String> values) {
        return values.size() >= header.count()
                && values.stream().skip(header.count()).allMatch(String::isEmpty);
    }

    private Optional<List<String>> values(String text) {
        if (text.indexOf('"') < 0) {
            return Optional.of(split(text)); // Most rows, at a tenth of the parser's cost.
        }
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? Optional.of(records.get(0).toList()) : Optional.empty();
        } catch (IOException | IllegalStateException | UncheckedIOException misplacedQuote) {
            return Optional.empty(); // The parser's own words name its internals.
        }
    }

    private List<String> split(String text) {
        List<String> values = new ArrayList<>(header.count());
        int start = 0;
        for (int end = text.indexOf(header.separator()); end >= 0; end = text.indexOf(header.separator(), start)) {
            values.add(text.substring(start, end).strip());
            start = end + 1;
        }
        values.add(text.substring(start).strip());
        return values;
    }

    /** Whether the text read so far ends inside a quoted value; a quote opens only at a value's start. */
    private static final class Quotes {
        private enum At {
            VALUE_START,
            PLAIN,
            QUOTED,
            AFTER_QUOTE
        }

        private final char separator;
        private At at = At.VALUE_START;

        Quotes(char separator) {
            this.separator = separator;
        }

        boolean isOpen() {
            return at == At.QUOTED;
        }

        void read(String text) {
            for (int i = 0; i < text.length(); i++) {
                at = after(text.charAt(i));
            }
        }

        private At after(char read) {
            boolean isQuote = read == '"';
            return switch (at) {
                case QUOTED -> isQuote ? At.AFTER_QUOTE : At.QUOTED;
                case AFTER_QUOTE -> isQuote ? At.QUOTED : read == separator ? At.VALUE_START : At.PLAIN;
                case VALUE_START -> isQuote ? At.QUOTED : read == separator || read == ' ' ? At.VALUE_START : At.PLAIN;
                case PLAIN -> read == separator ? At.VALUE_START : At.PLAIN;
            };
        }
    }
}
