package dev.streakline.cli.format.youtube;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistoryItem.RejectedLine;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.format.Previews;
import dev.streakline.application.format.SkipReason;
import dev.streakline.cli.format.play.Events;
import dev.streakline.cli.format.play.FactTexts;
import dev.streakline.cli.format.play.Owner;
import dev.streakline.cli.format.play.PlayIds;
import dev.streakline.cli.format.play.RowIds;
import dev.streakline.cli.format.play.Tally;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The meaning of the entries of one Takeout file, in JSON or in HTML.
 *
 * <p>An entry that states that a video was watched becomes a watch fact at its time, without a length, since Takeout
 * has none. The title is {@code urn:youtube:<id of the video>}, the channel the id of its channel. Videos that have
 * been removed count without a title, or without a name. Advertisements, other products, and activity that is no
 * viewing are skipped (detail 159). The verb of viewing is in the language of the account; it is learnt from those of
 * the first {@value #MOST_HELD} entries that link a video.
 *
 * <p>An entry is identified by its time cut to the second and by its ordinal among the plays of that second. The video
 * is not used, because a later download may have lost it.
 */
public final class YouTubeEntries {
    private static final Events EVENTS = new Events("youtube");

    /** The number of entries of a file that are examined together, to find its language. */
    static final int MOST_HELD = 5_000;

    private final Owner owner;
    private final Previews previews;
    private final RowIds ids = new RowIds();
    private final Tally described = new Tally();
    private final List<YouTubeEntry> held = new ArrayList<>();
    private List<ViewingVerb> verbs = List.of();
    private boolean isLanguageKnown;

    public YouTubeEntries(Owner owner, Previews previews) {
        this.owner = owner;
        this.previews = previews;
    }

    /**
     * Adds the next entry of the file.
     *
     * @throws HistoryUnreadableException when the owner of the history was not named
     */
    void add(YouTubeEntry entry, Consumer<HistoryItem> sink) throws HistoryUnreadableException {
        owner.viewer();
        if (isLanguageKnown) {
            read(entry, sink);
        } else {
            held.add(entry);
            if (held.size() == MOST_HELD) {
                finish(sink);
            }
        }
    }

    /** Reads the buffered entries, once there are no more. */
    void finish(Consumer<HistoryItem> sink) throws HistoryUnreadableException {
        isLanguageKnown = true;
        verbs = ViewingVerb.of(held.stream()
                .filter(entry -> entry.linksVideo() && entry.isOfYouTube() && !entry.isAdvertisement())
                .toList());
        for (YouTubeEntry entry : held) {
            read(entry, sink);
        }
        held.clear();
    }

    private void read(YouTubeEntry entry, Consumer<HistoryItem> sink) throws HistoryUnreadableException {
        Optional<SkipReason> skipped = skipped(entry);
        if (skipped.isPresent()) {
            sink.accept(new HistoryItem.Skipped(entry.line().number(), skipped.get()));
            return;
        }
        Optional<Instant> time = instant(entry.time());
        if (time.isEmpty()) {
            sink.accept(entry.line()
                    .bad(RejectedLine.MALFORMED, "/time", "missing, or not a time such as 2020-01-02T11:48:39.647Z"));
            return;
        }
        String id = ids.next(PlayIds.ofYouTube(time.get()));
        sink.accept(entry.line().play(EVENTS.watchAt(entry.time(), id, owner.viewer(), data(entry, sink))));
    }

    private Optional<SkipReason> skipped(YouTubeEntry entry) {
        if (!entry.isOfYouTube()) {
            return Optional.of(SkipReason.OTHER_PRODUCT);
        }
        if (entry.isAdvertisement() && previews == Previews.SKIP) {
            return Optional.of(SkipReason.ADVERTISEMENT);
        }
        return isViewing(entry) ? Optional.empty() : Optional.of(SkipReason.NOT_VIEWING);
    }

    private boolean isViewing(YouTubeEntry entry) {
        String title = entry.title();
        if (!entry.video().isEmpty()) {
            return verbs.isEmpty() || verbs.stream().anyMatch(verb -> verb.isAround(title));
        }
        boolean linksSomethingElse = !entry.link().isEmpty() && !entry.linksVideo();
        return !linksSomethingElse && !entry.isAdvertisement() && verbs.stream().anyMatch(verb -> verb.isIn(title));
    }

    private static Optional<Instant> instant(String time) {
        try {
            return Optional.of(OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** The data of a watch; a title fact goes to the sink before the first watch of a video that has a name. */
    private Map<String, Object> data(YouTubeEntry entry, Consumer<HistoryItem> sink) {
        Map<String, Object> data = new LinkedHashMap<>();
        String channel = entry.channel();
        String video = entry.video();
        if (!video.isEmpty()) {
            String title = "urn:youtube:" + video;
            String name = name(entry);
            if (!name.isEmpty() && described.add(title) == 1) {
                Map<String, Object> about = new LinkedHashMap<>();
                about.put("kind", "video");
                about.put("name", name);
                putUnlessEmpty(about, channel);
                sink.accept(entry.line().details(EVENTS.title(title, about)));
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

    /** The video's name, without the verb around it; empty where its link replaces the name. */
    private String name(YouTubeEntry entry) {
        String name = verbs.stream()
                .filter(verb -> verb.isAround(entry.title()))
                .findFirst()
                .map(verb -> verb.name(entry.title()))
                .orElse(entry.title());
        boolean isLink = name.isBlank() || entry.verbAroundLink().isPresent();
        return isLink ? "" : FactTexts.name(name);
    }
}
