package dev.streakline.cli.format;

import java.util.ArrayList;
import java.util.List;

/** Files as Google Takeout writes them, with invented content. */
public final class Takeout {
    private static final String LINK = "https://www.youtube.com/watch?v=";

    private final List<String> json = new ArrayList<>();
    private final List<String> html = new ArrayList<>();
    private String header = "YouTube";

    /** What follows is of another product. */
    public Takeout of(String product) {
        header = product;
        return this;
    }

    /** A video with a link to it and to a channel of its own. */
    public Takeout linked(String title, String name, String video, String detail) {
        String channel = detail.isEmpty() ? "https://www.youtube.com/channel/UC" + video : "";
        String link = "<a href=\"" + LINK + video + "\">" + name + "</a>";
        return entry(title.replace("X", name), LINK + video, title.replace("X", link), channel, detail);
    }

    /** Something without a link. */
    public Takeout unlinked(String title) {
        return entry(title, "", title, "", "");
    }

    private Takeout entry(String title, String link, String body, String channel, String detail) {
        int day = 28 - json.size();
        String time = "2026-01-" + day + "T20:00:00.123Z";
        json.add("{\"header\":\"" + header + "\",\"title\":\"" + title + "\","
                + (link.isEmpty() ? "" : "\"titleUrl\":\"" + link.replace("=", "\\u003d") + "\",")
                + (channel.isEmpty() ? "" : "\"subtitles\":[{\"name\":\"C\",\"url\":\"" + channel + "\"}],")
                + (detail.isEmpty() ? "" : "\"details\":[{\"name\":\"" + detail + "\"}],")
                + "\"time\":\"" + time + "\",\"products\":[\"" + header + "\"]}");
        html.add(cell(
                header,
                body + "<br>" + (channel.isEmpty() ? "" : "<a href=\"" + channel + "\">C</a><br>"),
                "Jan " + day + ", 2026, 8:00:00\u202fPM UTC",
                detail));
        return this;
    }

    /** As a list in JSON. */
    public String json() {
        return "[" + String.join(",\n", json) + "]";
    }

    /** The same as a page. */
    public String html() {
        return page(html);
    }

    /** A page with a view at each time. */
    public static String viewed(List<String> times) {
        List<String> cells = new ArrayList<>();
        for (String time : times) {
            String body = "Watched\u00a0<a href=\"" + LINK + "v" + cells.size() + "\">Sea</a><br>";
            cells.add(cell("YouTube", body, time, ""));
        }
        return page(cells);
    }

    private static String page(List<String> cells) {
        return "<html><head><title>My Activity History</title><style>.mdl-grid{}</style></head><body>"
                + "<div class=\"mdl-grid\">" + String.join("", cells) + "</div></body></html>";
    }

    private static String cell(String header, String body, String time, String detail) {
        return "<div class=\"outer-cell mdl-cell mdl-cell--12-col mdl-shadow--2dp\"><div class=\"mdl-grid\">"
                + "<div class=\"header-cell mdl-cell mdl-cell--12-col\"><p class=\"mdl-typography--title\">" + header
                + "<br></p></div><div class=\"content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1\">" + body
                + time + "<br></div><div class=\"content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1"
                + " mdl-typography--text-right\"></div><div class=\"content-cell mdl-cell mdl-cell--12-col"
                + " mdl-typography--caption\"><b>Products:</b><br>&emsp;" + header + "<br>"
                + (detail.isEmpty() ? "" : "<b>Details:</b><br>&emsp;" + detail + "<br>")
                + "<b>Why is this here?</b><br>&emsp;YouTube watch history, which Google keeps&nbsp;"
                + "<a href=\"https://www.youtube.com/watch?v=help\">here</a>.</div></div></div>";
    }
}
