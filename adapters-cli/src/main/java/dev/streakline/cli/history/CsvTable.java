package dev.streakline.cli.history;

import dev.streakline.cli.history.HistoryItem.Bad;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The rows of a CSV file under its header. */
final class CsvTable {
    private final CsvRecords records;
    private final Consumer<HistoryItem> sink;
    private final List<String> columns;

    /**
     * The table whose header is the next record.
     *
     * @param required the columns that the header must have; it is a bad row where one is missing
     * @param sink gets the bad rows
     */
    CsvTable(LineSource lines, List<String> required, Consumer<HistoryItem> sink) {
        this.records = new CsvRecords(lines, sink);
        this.sink = sink;
        Optional<CsvRecords.Row> header = records.next();
        this.columns = header.map(CsvRecords.Row::values).orElse(List.of());
        if (header.isPresent() && !columns.containsAll(required)) {
            String reason = "the header lacks one of the columns " + String.join(", ", required);
            sink.accept(header.get().row().bad(Bad.MALFORMED, "", reason));
        }
    }

    /**
     * One row.
     *
     * @param line as it stands in the file
     * @param columns the names of the columns
     * @param values one for every column
     */
    record Row(Line.Text line, List<String> columns, List<String> values) {
        /** Empty for a column that the file does not have; of two columns of a name the first. */
        String of(String column) {
            int index = columns.indexOf(column);
            return index < 0 ? "" : values.get(index);
        }
    }

    /** The next row that has a value for every column; empty at the end of the file. */
    Optional<Row> next() {
        for (Optional<CsvRecords.Row> row = records.next(); row.isPresent(); row = records.next()) {
            int count = row.get().values().size();
            if (count == columns.size()) {
                return Optional.of(new Row(row.get().row(), columns, row.get().values()));
            }
            String reason = "the row has " + count + " values, the header " + columns.size() + " columns";
            sink.accept(row.get().row().bad(Bad.MALFORMED, "", reason));
        }
        return Optional.empty();
    }
}
