package dev.streakline.cli.format.csv;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of CSV files, by the headers of every CSV format. */
public enum CsvColumn {
    PROFILE("Profile Name"),
    START("Start Time"),
    DURATION("Duration"),
    ATTRIBUTES("Attributes"),
    TITLE("Title"),
    SUPPLEMENTAL("Supplemental Video Type"),
    DEVICE("Device Type"),
    DATE("Date");

    private final String header;

    CsvColumn(String header) {
        this.header = header;
    }

    /** The header as the service writes it. */
    String header() {
        return header;
    }

    /** The JSON Pointer of the column for a bad row: a slash and the header. */
    String pointer() {
        return "/" + header;
    }

    /** The column of a header: letter case, spaces, underscores and quotes make no difference. */
    static Optional<CsvColumn> of(String header) {
        String bare = bare(header);
        return Arrays.stream(values())
                .filter(column -> bare(column.header).equals(bare))
                .findFirst();
    }

    private static String bare(String header) {
        StringBuilder letters = new StringBuilder(header.length());
        header.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }
}
