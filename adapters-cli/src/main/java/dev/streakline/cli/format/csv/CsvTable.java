package dev.streakline.cli.format.csv;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistoryItem.RejectedLine;
import dev.streakline.cli.format.line.Line;
import dev.streakline.cli.format.line.LineSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The rows of a CSV file under its header, which is the first line that is not blank. */
public final class CsvTable {
    private final CsvRecords records;
    private final CsvHeader header;

    /**
     * The table.
     *
     * @param lines from the header on; a line of a CSV file that is not UTF-8 is read as Windows-1252
     * @param sink gets the bad rows
     */
    public CsvTable(LineSource lines, Consumer<HistoryItem> sink) {
        lines.allowWindows1252();
        Optional<Line> first = lines.next();
        while (first.isPresent() && first.get().beginning().isBlank()) {
            first = lines.next();
        }
        this.header = CsvHeader.of(first.map(Line::beginning).orElse(""));
        this.records = new CsvRecords(lines, header, sink);
    }

    public CsvHeader header() {
        return header;
    }

    /**
     * One row.
     *
     * @param line as in the file
     * @param values at least one for every known column
     */
    public record TableRow(Line.Text line, CsvHeader header, List<String> values) {
        /** The value without blanks around it; empty for a column that the file does not have. */
        public String of(CsvColumn column) {
            Integer index = header.columns().get(column);
            return index == null ? "" : values.get(index).strip();
        }

        /** This row as a bad item that names the column. */
        public RejectedLine bad(CsvColumn column, String reason) {
            return line.bad(RejectedLine.MALFORMED, column.pointer(), reason);
        }
    }

    /** The next row that has a value for every column; empty at the end of the file. */
    Optional<TableRow> next() {
        return records.next().map(record -> new TableRow(record.row(), header, record.values()));
    }
}
