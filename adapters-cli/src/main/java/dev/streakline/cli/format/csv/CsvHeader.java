package dev.streakline.cli.format.csv;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The header of a CSV file and the dialect that it is written in: values are separated by commas, semicolons or tabs,
 * whichever makes the most known columns of it.
 *
 * @param separator between values
 * @param count how many columns there are
 * @param columns the index of each known column, from 0; of two columns of a name the first
 */
public record CsvHeader(char separator, int count, Map<CsvColumn, Integer> columns) {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    /** The line in which a spreadsheet states its separator before the header: {@code sep=;}. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\uFEFF?\"?sep=.\"?", Pattern.CASE_INSENSITIVE);

    /** The header that a line is; without any column where the line is no header. */
    public static CsvHeader of(String line) {
        return SEPARATORS.stream()
                .map(separator -> of(line, separator))
                .max((one, other) ->
                        Integer.compare(one.columns().size(), other.columns().size()))
                .orElseThrow();
    }

    private static CsvHeader of(String line, char separator) {
        List<String> names = Arrays.asList(line.split(Pattern.quote(String.valueOf(separator)), -1));
        Map<CsvColumn, Integer> columns = new EnumMap<>(CsvColumn.class);
        for (int i = 0; i < names.size(); i++) {
            Optional<CsvColumn> column = CsvColumn.of(names.get(i));
            if (column.isPresent()) {
                columns.putIfAbsent(column.get(), i);
            }
        }
        return new CsvHeader(separator, names.size(), columns);
    }

    /** Whether a line states the separator and nothing else. */
    public static boolean isSeparatorLine(String line) {
        return SEPARATOR_LINE.matcher(line.strip()).matches();
    }

    public boolean has(CsvColumn column) {
        return columns.containsKey(column);
    }

    public boolean hasAll(Collection<CsvColumn> wanted) {
        return columns.keySet().containsAll(wanted);
    }

    /** The headers of columns, for a person. */
    public static String named(Stream<CsvColumn> columns) {
        return columns.map(CsvColumn::header).collect(Collectors.joining(", "));
    }
}
