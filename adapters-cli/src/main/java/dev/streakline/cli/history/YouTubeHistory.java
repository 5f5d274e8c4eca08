package dev.streakline.cli.history;

import dev.streakline.cli.history.HistoryItem.Bad;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code watch-history.json} from Google Takeout: one JSON list of what an account did on YouTube and YouTube Music, newest
 * first.
 *
 * <p>An entry becomes a watch fact at its time, without a length, since Takeout has none. The title is {@code
 * urn:youtube:<id of the video>}, the channel the id of its channel. Videos that have been removed count without a
 * title, or without a name. Advertisements and what is no video (visits, searches, posts) are skipped. What kind an
 * entry is is told from its links, not from its words, which are in the language of the account.
 */
final class YouTubeHistory implements JsonListFormat {
    private static final Events EVENTS = new Events("youtube");
    private static final String HOST = "https?://(?:(?:www|m|music)\\.)?youtube\\.com/";
    private static final Pattern VIDEO = Pattern.compile("(?:" + HOST
            + "(?:watch\\?(?:[^#]*&)?v=|shorts/|live/)|https?://youtu\\.be/)([A-Za-z0-9_-]{1,64})(?:[?&#/].*)?");
    private static final Pattern CHANNEL = Pattern.compile(HOST + "channel/([A-Za-z0-9_-]{1,64})(?:[?#/].*)?");
    private static final String VERB = "Watched ";
    private static final String VISIT = "Visited ";
    private static final String ADVERTISER = "Google";

    private final Owner owner;
    private final Previews previews;
    private final RowIds ids = new RowIds();
    private final Tally described = new Tally();

    YouTubeHistory(Owner owner, Previews previews) {
        this.owner = owner;
        this.previews = previews;
    }

    @Override
    public String description() {
        return "YouTube's watch-history.json from Google Takeout, a JSON list of objects with header, title and time";
    }

    @Override
    public boolean recognises(Map<String, Object> first) {
        return first.containsKey("header") && first.containsKey("title") && first.containsKey("time");
    }

    @Override
    public void read(Line.Text entry, Map<String, Object> members, Consumer<HistoryItem> sink)
            throws HistoryUnreadable {
        String viewer = owner.viewer();
        Members play = new Members(members);
        String time = play.text("time");
        if (time.isEmpty()) {
            sink.accept(entry.bad(Bad.MALFORMED, "/time", "missing, or not a text such as 2020-01-02T11:48:39.647Z"));
            return;
        }
        // Titles, links and channels are others in a later download once a video is renamed or removed; times stay.
        String id = ids.next(List.of(time));
        if (isNoVideo(play)) {
            sink.accept(new HistoryItem.Skipped(entry.number(), "not a video: a visit, search or post"));
        } else if (previews == Previews.SKIP && isAdvertisement(play)) {
            sink.accept(new HistoryItem.Skipped(entry.number(), "an advertisement"));
        } else {
            Map<String, Object> data = data(play, entry, sink);
            sink.accept(entry.event(EVENTS.watchAt(time, id, viewer, data)));
        }
    }

    /** What is known of a watch; a title fact goes to the sink before the first watch of a video that has a name. */
    private Map<String, Object> data(Members play, Line.Text entry, Consumer<HistoryItem> sink) {
        Map<String, Object> data = new LinkedHashMap<>();
        String video = video(play);
        String channel = channel(play);
        if (!video.isEmpty()) {
            String title = "urn:youtube:" + video;
            String name = name(play);
            if (!name.isEmpty() && described.add(title) == 1) {
                Map<String, Object> about = new LinkedHashMap<>();
                about.put("kind", "video");
                about.put("name", name);
                putUnlessEmpty(about, channel);
                sink.accept(entry.event(EVENTS.title(title, about)));
            }
            data.put("title", title);
        }
        putUnlessEmpty(data, channel);
        data.put("platform", "youtube");
        return data;
    }

    private static void putUnlessEmpty(Map<String, Object> data, String channel) {
        if (!channel.isEmpty()) {
            data.put("channel", channel);
        }
    }

    private static boolean isAdvertisement(Members play) {
        return play.objects("details").stream()
                .anyMatch(detail -> detail.text("name").contains(ADVERTISER));
    }

    /** A link to something else, or no link where Takeout tells more than of a removed video. */
    private static boolean isNoVideo(Members play) {
        if (!video(play).isEmpty()) {
            return false;
        }
        boolean linked = !play.text("titleUrl").isEmpty();
        boolean toldMore = !play.objects("subtitles").isEmpty() && channel(play).isEmpty();
        return linked || toldMore || play.text("title").startsWith(VISIT);
    }

    private static String video(Members play) {
        Matcher link = VIDEO.matcher(play.text("titleUrl"));
        return link.matches() ? link.group(1) : "";
    }

    private static String channel(Members play) {
        return play.objects("subtitles").stream()
                .map(subtitle -> CHANNEL.matcher(subtitle.text("url")))
                .filter(Matcher::matches)
                .map(link -> link.group(1))
                .findFirst()
                .orElse("");
    }

    /** The video's name, without the English verb before it; empty where its link stands in place of a name. */
    private static String name(Members play) {
        String title = play.text("title");
        String name = title.startsWith(VERB) ? title.substring(VERB.length()) : title;
        boolean none = name.isBlank() || title.contains(play.text("titleUrl"));
        return none ? "" : FactTexts.name(name);
    }
}
