package dev.streakline.cli.format.youtube;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.cli.format.json.JsonListFormat;
import dev.streakline.cli.format.json.JsonMembers;
import dev.streakline.cli.format.line.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * {@code watch-history.json} from Google Takeout: one JSON list of what an account did on YouTube and YouTube Music,
 * newest first; also {@code MyActivity.json}, which also has activity on other products. {@link YouTubeEntries}
 * interprets the entries.
 */
public final class YouTubeHistory implements JsonListFormat {
    private final YouTubeEntries entries;

    public YouTubeHistory(YouTubeEntries entries) {
        this.entries = entries;
    }

    @Override
    public String description() {
        return "YouTube's watch-history from Google Takeout, as JSON (a list of objects with header, title and time)"
                + " or HTML";
    }

    @Override
    public boolean recognises(Map<String, Object> first) {
        return first.containsKey("header") && first.containsKey("title") && first.containsKey("time");
    }

    @Override
    public void read(Line.Text entry, Map<String, Object> members, Consumer<HistoryItem> sink)
            throws HistoryUnreadableException {
        JsonMembers activity = new JsonMembers(members);
        List<String> products = new ArrayList<>(activity.texts("products"));
        if (!activity.text("header").isEmpty()) {
            products.add(activity.text("header"));
        }
        entries.add(
                new YouTubeEntry(
                        entry,
                        products,
                        activity.text("title"),
                        activity.text("titleUrl"),
                        activity.objects("subtitles").stream()
                                .map(subtitle -> subtitle.text("url"))
                                .toList(),
                        activity.objects("details").stream()
                                .map(detail -> detail.text("name"))
                                .toList(),
                        activity.text("time")),
                sink);
    }

    @Override
    public void finish(Consumer<HistoryItem> sink) throws HistoryUnreadableException {
        entries.finish(sink);
    }
}
