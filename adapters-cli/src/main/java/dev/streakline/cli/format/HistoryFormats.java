package dev.streakline.cli.format;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistorySink;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.format.Reach;
import dev.streakline.application.format.ReadingChoices;
import dev.streakline.cli.format.csv.CsvHeader;
import dev.streakline.cli.format.event.EventLines;
import dev.streakline.cli.format.event.EventList;
import dev.streakline.cli.format.item.Escaped;
import dev.streakline.cli.format.json.JsonEntries;
import dev.streakline.cli.format.json.JsonList;
import dev.streakline.cli.format.json.JsonListFormat;
import dev.streakline.cli.format.line.HistoryFormat;
import dev.streakline.cli.format.line.Line;
import dev.streakline.cli.format.line.LineSource;
import dev.streakline.cli.format.netflix.NetflixTitleDates;
import dev.streakline.cli.format.netflix.NetflixViewingActivity;
import dev.streakline.cli.format.packed.HistoryBytes;
import dev.streakline.cli.format.play.Owner;
import dev.streakline.cli.format.trakt.TraktHistory;
import dev.streakline.cli.format.youtube.YouTubeEntries;
import dev.streakline.cli.format.youtube.YouTubeHistory;
import dev.streakline.cli.format.youtube.YouTubeHtml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All formats of histories. The format of a file is recognised by its first bytes, its first line that is not blank, or
 * the first object of its list.
 *
 * @param file its name, for a person
 */
record HistoryFormats(String file, ReadingChoices choices) {
    private static final int BEGINNING = 1 << 16;
    private static final int SHOWN_OF_UNKNOWN = 60;
    private static final String OF_EVENTS = "\"specversion\"";
    private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final String SAVE_AS_CSV = "Open it in a spreadsheet program and save it as CSV.";

    /**
     * Reads a history.
     *
     * @param bytes in UTF-8 where they are text, not packed, able to be reset
     * @throws HistoryUnreadableException when the format is unknown, or the owner or the order of dates was not named;
     *     the sink has then received nothing
     */
    Reach read(InputStream bytes, HistorySink sink) throws IOException {
        byte[] first = HistoryBytes.peeked(bytes, BEGINNING);
        String beginning = new String(first, StandardCharsets.UTF_8);
        String start = beginning.replace("\uFEFF", "").stripLeading();
        if (JsonList.begins(bytes)) {
            return readList(bytes, beginning, sink);
        }
        if (beginning.contains(OF_EVENTS)) {
            LineSource lines = new LineSource(bytes);
            new EventLines().read(lines, sink);
            return lines.reach();
        }
        if (start.startsWith("{")) {
            throw ForeignFormats.ofJson(beginning)
                    .map(this::foreign)
                    .orElseGet(
                            () -> unknown(
                                    "it is JSON, but neither a known list of plays nor Streakline events, which have a \"specversion\""));
        }
        if (start.startsWith("<")) {
            return readHtml(bytes, beginning, sink);
        }
        if (HistoryBytes.startsWith(first, OLD_EXCEL)) {
            throw foreign("an Excel workbook. " + SAVE_AS_CSV);
        }
        return readTable(bytes, sink);
    }

    private List<HistoryFormat> tables() {
        return List.of(new NetflixViewingActivity(owner(), choices), new NetflixTitleDates(owner(), choices));
    }

    private List<JsonListFormat> lists() {
        return List.of(
                new EventList(),
                new TraktHistory(owner()),
                new YouTubeHistory(new YouTubeEntries(owner(), choices.previews())));
    }

    private Owner owner() {
        return new Owner(file, choices.viewer());
    }

    private Reach readList(InputStream bytes, String beginning, Consumer<HistoryItem> sink)
            throws HistoryUnreadableException {
        JsonEntries entries = new JsonEntries(bytes);
        Optional<Line.Text> unknown = new JsonList(lists()).read(entries, sink);
        if (unknown.isPresent()) {
            throw ForeignFormats.ofJson(beginning)
                    .map(this::foreign)
                    .orElseGet(() -> beginsUnknown("[" + unknown.get().text()));
        }
        return entries.reach();
    }

    private Reach readHtml(InputStream bytes, String beginning, Consumer<HistoryItem> sink)
            throws HistoryUnreadableException {
        if (!YouTubeHtml.recognises(beginning)) {
            throw ForeignFormats.ofMarkup(beginning).map(this::foreign).orElseGet(() -> beginsUnknown(beginning));
        }
        return new YouTubeHtml(new YouTubeEntries(owner(), choices.previews()), choices, file).read(bytes, sink);
    }

    private Reach readTable(InputStream bytes, Consumer<HistoryItem> sink) throws HistoryUnreadableException {
        LineSource lines = new LineSource(bytes);
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            String beginning = line.get().beginning();
            if (CsvHeader.isSeparatorLine(beginning)) {
                continue;
            }
            if (!beginning.isBlank()) {
                HistoryFormat format = tables().stream()
                        .filter(each -> each.recognises(beginning))
                        .findFirst()
                        .orElseThrow(() -> ForeignFormats.ofCsv(beginning)
                                .map(this::foreign)
                                .orElseGet(() -> beginsUnknown(beginning)));
                lines.putBack(List.of(line.get()));
                format.read(lines, sink);
                return lines.reach();
            }
            line.get().textOrReject(sink);
        }
        return lines.reach();
    }

    /** Nothing in an archive is a history. */
    HistoryUnreadableException unknownArchive(List<String> members) {
        boolean isWorkbook = members.stream().anyMatch(name -> name.startsWith("xl/") || name.equals("content.xml"));
        if (isWorkbook) {
            return foreign("a spreadsheet workbook. " + SAVE_AS_CSV);
        }
        return unknown("no file in this archive has a known format");
    }

    private HistoryUnreadableException foreign(String what) {
        return new HistoryUnreadableException(
                HistoryUnreadableException.Cause.UNKNOWN_FORMAT,
                "Cannot read " + Escaped.text(file) + ": it is " + what + (what.endsWith(".") ? "" : ".")
                        + " 'streakline stats --help' lists the formats.");
    }

    private HistoryUnreadableException beginsUnknown(String beginning) {
        return unknown("it begins with \"" + Escaped.start(beginning, SHOWN_OF_UNKNOWN) + "\"");
    }

    private HistoryUnreadableException unknown(String what) {
        return new HistoryUnreadableException(
                HistoryUnreadableException.Cause.UNKNOWN_FORMAT,
                "Cannot recognise the format of " + Escaped.text(file) + ": " + what
                        + ". Known formats (plain, gzip, or in a zip or tgz file): " + known() + ".");
    }

    private String known() {
        return Stream.of(
                        Stream.of(EventLines.DESCRIPTION),
                        tables().stream().map(HistoryFormat::description),
                        lists().stream().skip(1).map(JsonListFormat::description))
                .flatMap(each -> each)
                .collect(Collectors.joining("; "));
    }
}
