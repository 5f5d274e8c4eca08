package dev.streakline.cli.format.youtube;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistoryItem.RejectedLine;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.format.Reach;
import dev.streakline.application.format.ReadingChoices;
import dev.streakline.cli.format.item.WhiteSpace;
import dev.streakline.cli.format.line.Line;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code watch-history.html} and {@code MyActivity.html} from Google Takeout, which writes HTML unless JSON is
 * requested: a cell for each entry, with the same content as its JSON. {@link YouTubeEntries} interprets the entries.
 */
public final class YouTubeHtml {
    /** The text of a cell: what was done, links below, at last the time. */
    private static final Pattern BODY =
            Pattern.compile("<div class=\"content-cell[^\"]*mdl-typography--body-1\">(.*?)</div>", Pattern.DOTALL);

    private static final Pattern HEADER =
            Pattern.compile("<p class=\"mdl-typography--title\">(.*?)(?:<br\\s*/?>|</p>)", Pattern.DOTALL);
    private static final Pattern CAPTION =
            Pattern.compile("<div class=\"content-cell[^\"]*mdl-typography--caption\">(.*?)</div>", Pattern.DOTALL);
    private static final Pattern LINE_BREAK = Pattern.compile("<br\\s*/?>");
    private static final Pattern LINK = Pattern.compile("<a\\s[^>]*?href=\"([^\"]*)\"[^>]*>(.*?)</a>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9A-Fa-f]{1,6}|[a-z]{2,8});");
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "emsp", " ", "ensp", " ");

    private final YouTubeEntries entries;
    private final ReadingChoices choices;
    private final String file;

    /**
     * A reader of one file.
     *
     * @param file its name, for a person
     */
    public YouTubeHtml(YouTubeEntries entries, ReadingChoices choices, String file) {
        this.entries = entries;
        this.choices = choices;
        this.file = file;
    }

    /** Whether a file that begins so is one of Takeout's. */
    public static boolean recognises(String beginning) {
        return beginning.contains(HtmlCells.START);
    }

    /** Reads all entries and hands every item to the sink. */
    public Reach read(InputStream bytes, Consumer<HistoryItem> sink) throws HistoryUnreadableException {
        HtmlCells cells = new HtmlCells(bytes);
        List<Cell> held = new ArrayList<>();
        Optional<Line> next = cells.next();
        for (; next.isPresent() && held.size() < YouTubeEntries.MOST_HELD; next = cells.next()) {
            cell(next.get(), sink).ifPresent(held::add);
        }
        WrittenTimes times = WrittenTimes.of(held.stream().map(Cell::time).toList(), choices, file);
        for (Cell cell : held) {
            entries.add(cell.entry(times), sink);
        }
        for (; next.isPresent(); next = cells.next()) {
            Optional<Cell> cell = cell(next.get(), sink);
            if (cell.isPresent()) {
                entries.add(cell.get().entry(times), sink);
            }
        }
        entries.finish(sink);
        return cells.reach();
    }

    private static Optional<Cell> cell(Line line, Consumer<HistoryItem> sink) {
        return line.textOrReject(sink).flatMap(text -> cell(text, sink));
    }

    private static Optional<Cell> cell(Line.Text text, Consumer<HistoryItem> sink) {
        Matcher body = BODY.matcher(text.text());
        if (!body.find()) {
            sink.accept(text.bad(RejectedLine.MALFORMED, "", "not an entry as Takeout writes it"));
            return Optional.empty();
        }
        List<String> parts = Arrays.stream(LINE_BREAK.split(body.group(1)))
                .filter(part -> !plain(part).isEmpty())
                .toList();
        return Optional.of(new Cell(text, parts));
    }

    /**
     * One entry as in the file.
     *
     * @param line all of it
     * @param parts of its text: what was done, links below, at last the time
     */
    private record Cell(Line.Text line, List<String> parts) {

        String time() {
            return parts.isEmpty() ? "" : plain(parts.get(parts.size() - 1));
        }

        YouTubeEntry entry(WrittenTimes times) {
            String first = parts.size() > 1 ? parts.get(0) : "";
            return new YouTubeEntry(
                    line,
                    products(),
                    plain(first),
                    links(first).stream().findFirst().orElse(""),
                    parts.stream().skip(1).flatMap(part -> links(part).stream()).toList(),
                    details(),
                    times.instant(time()).map(Instant::toString).orElse(""));
        }

        private List<String> products() {
            return HEADER.matcher(line.text())
                    .results()
                    .map(header -> plain(header.group(1)))
                    .filter(header -> !header.isEmpty())
                    .toList();
        }

        /** The notes, without the one that explains with a link why the entry was stored. */
        private List<String> details() {
            Matcher caption = CAPTION.matcher(line.text());
            return caption.find()
                    ? Arrays.stream(caption.group(1).split("<b>"))
                            .filter(section -> links(section).isEmpty())
                            .map(YouTubeHtml::plain)
                            .toList()
                    : List.of();
        }
    }

    private static List<String> links(String html) {
        return LINK.matcher(html)
                .results()
                .map(link -> unescaped(link.group(1)))
                .toList();
    }

    /** The text without tags, with every white space as one space. */
    private static String plain(String html) {
        return WhiteSpace.single(unescaped(TAG.matcher(html).replaceAll(""))).strip();
    }

    private static String unescaped(String html) {
        return ENTITY.matcher(html).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
    }

    private static String character(MatchResult entity) {
        String name = entity.group(1);
        if (name.charAt(0) != '#') {
            return ENTITIES.getOrDefault(name, entity.group());
        }
        boolean isHex = name.charAt(1) == 'x';
        int point = Integer.parseInt(name.substring(isHex ? 2 : 1), isHex ? 16 : 10);
        return Character.isValidCodePoint(point) ? Character.toString(point) : entity.group();
    }
}
