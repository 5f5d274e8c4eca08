package dev.streakline.application.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One small file of each format, with two plays of September 2025 each, and ways to pack it. */
enum HistoryFiles {
    EVENT_LINES("ada", """
            {"specversion":"1.0","id":"1","source":"app","type":"streakline.watch.v1","subject":"ada"}
            {"specversion":"1.0","id":"2","source":"app","type":"streakline.watch.v1","subject":"ada"}
            """),
    EVENT_LIST("ada", """
            [{"specversion":"1.0","id":"1","source":"app","type":"streakline.watch.v1","subject":"ada"},
             {"specversion":"1.0","id":"2","source":"app","type":"streakline.watch.v1","subject":"ada"}]
            """),
    NETFLIX_ACTIVITY("Zoë", """
            Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Device Type,Bookmark,Latest Bookmark,Country
            Zoë,2025-09-21 20:00:00,00:45:00,,Dark: Season 1: Secrets,,TV,00:45:00,00:45:00,DE
            Zoë,2025-09-20 20:00:00,00:45:00,,Dark: Season 1: Lies,,TV,00:45:00,00:45:00,DE
            """),
    NETFLIX_LIST("viewer-1", """
            Title,Date
            "Dark: Season 1: Secrets","21/09/2025"
            "Dark: Season 1: Lies","20/09/2025"
            """),
    TRAKT("viewer-1", """
            [{"id":1,"watched_at":"2025-09-21T20:00:00.000Z","action":"watch","type":"movie",
              "movie":{"title":"Big Buck Bunny","year":2008,"ids":{"trakt":1}}},
             {"id":2,"watched_at":"2025-09-20T20:00:00.000Z","action":"watch","type":"movie",
              "movie":{"title":"Sintel","year":2010,"ids":{"trakt":2}}}]
            """),
    YOUTUBE_JSON("viewer-1", """
            [{"header":"YouTube","title":"Watched Sea","titleUrl":"https://www.youtube.com/watch?v=a",
              "time":"2025-09-21T20:00:00Z","products":["YouTube"]},
             {"header":"YouTube","title":"Watched Sky","titleUrl":"https://www.youtube.com/watch?v=b",
              "time":"2025-09-20T20:00:00Z","products":["YouTube"]}]
            """),
    YOUTUBE_HTML("viewer-1", """
            <html><head><title>My Activity History</title><style>.mdl-grid{}</style></head><body><div class="mdl-grid">\
            <div class="outer-cell mdl-cell mdl-cell--12-col mdl-shadow--2dp"><div class="mdl-grid">\
            <div class="header-cell mdl-cell mdl-cell--12-col"><p class="mdl-typography--title">YouTube<br></p></div>\
            <div class="content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1">\
            Watched <a href="https://www.youtube.com/watch?v=a">Sea</a><br>Sep 21, 2025, 8:00:00 PM UTC<br></div>\
            </div></div>\
            <div class="outer-cell mdl-cell mdl-cell--12-col mdl-shadow--2dp"><div class="mdl-grid">\
            <div class="header-cell mdl-cell mdl-cell--12-col"><p class="mdl-typography--title">YouTube<br></p></div>\
            <div class="content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1">\
            Watched <a href="https://www.youtube.com/watch?v=b">Sky</a><br>Sep 20, 2025, 8:00:00 PM UTC<br></div>\
            </div></div></div></body></html>
            """);

    private final String viewer;
    private final String text;

    HistoryFiles(String viewer, String text) {
        this.viewer = viewer;
        this.text = text;
    }

    /** The viewer of the plays, if {@code viewer-1} is chosen for files without one. */
    String viewer() {
        return viewer;
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The file as it is, as gzip, and alone in a zip archive. */
    List<byte[]> packedInEachWay() {
        return List.of(bytes(), gzip(bytes()), zip("some/member", bytes()));
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] zip(String member, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(member));
            zip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
