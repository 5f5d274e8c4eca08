package dev.streakline.cli.format.event;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.SkipReason;
import dev.streakline.cli.format.json.JsonMembers;
import dev.streakline.cli.format.line.Line;
import dev.streakline.cli.format.play.Events;
import dev.streakline.cli.format.play.PlayIds;
import dev.streakline.cli.format.play.RowIds;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives events from a dump of an earlier version the identities that the readers make today. So a play in the dump and
 * in its original file is one fact.
 *
 * <p>That version derived the ids of plays from everything in a row, also the title, and named shows of Trakt by their
 * names. The store's migration V6 makes the same change to stored facts. In both, equal plays get their ordinals in the
 * order of the dump, which is the order of the old ids.
 */
public final class EarlierEvents {
    private static final Pattern EARLIER_PLAY = Pattern.compile("[0-9a-f]{32}(?:#[0-9]+)?");
    private static final Pattern EARLIER_TITLE = Pattern.compile("title:[0-9a-f]{32}");
    private static final Pattern EPISODE_OF_TRAKT = Pattern.compile("episode:([0-9]+):[0-9]+x[0-9]+");
    private static final Pattern SHOW_WITHOUT_NAME = Pattern.compile("show:[0-9]+:[0-9a-f]{32}");
    private static final Set<String> OF_EPISODE = Set.of("kind", "name", "show", "season", "episode");
    private static final String WATCH = "streakline.watch.v1";
    private static final String TITLE = "streakline.title.v1";
    private static final Events TRAKT = new Events("trakt");

    private final RowIds ids = new RowIds();

    /** The item of a line, as it would be made today. */
    HistoryItem today(Line.Text line, Map<String, Object> event) {
        JsonMembers members = new JsonMembers(event);
        if (isUndatedPlay(members)) {
            return new HistoryItem.Skipped(line.number(), SkipReason.UNDATED);
        }
        if (isEarlierPlay(members)) {
            return playId(members)
                    .map(base -> line.play(with(event, "id", ids.next(members.text("subject"), base))))
                    .orElseGet(() -> line.event(event));
        }
        return line.event(isEarlierEpisode(members) ? episode(event) : event);
    }

    /** Trakt dates to the first instant of 1970 what it does not know the date of (detail 160). */
    private static boolean isUndatedPlay(JsonMembers event) {
        try {
            return event.text("source").equals("trakt")
                    && event.text("type").equals(WATCH)
                    && instant(event).equals(Instant.EPOCH);
        } catch (DateTimeException judgedElsewhere) {
            return false;
        }
    }

    private static boolean isEarlierPlay(JsonMembers event) {
        return event.text("type").equals(WATCH)
                && EARLIER_PLAY.matcher(event.text("id")).matches();
    }

    private static boolean isEarlierEpisode(JsonMembers event) {
        JsonMembers data = event.object("data");
        return event.text("type").equals(TITLE)
                && event.text("source").equals("trakt")
                && EARLIER_TITLE.matcher(event.text("id")).matches()
                && EPISODE_OF_TRAKT.matcher(event.text("subject")).matches()
                && data.values().keySet().equals(OF_EPISODE)
                && !SHOW_WITHOUT_NAME.matcher(data.text("show")).matches();
    }

    private static Optional<String> playId(JsonMembers event) {
        JsonMembers data = event.object("data");
        Integer seconds = data.has("seconds") ? (int) data.number("seconds").orElse(0) : null;
        try {
            return switch (event.text("source")) {
                case "netflix" ->
                    Optional.of(
                            data.has("date")
                                    ? PlayIds.ofNetflixList(LocalDate.parse(data.text("date")), data.text("title"))
                                    : PlayIds.ofNetflix(
                                            instant(event), seconds, PlayIds.ofDevice(data.text("platform"))));
                case "youtube" -> Optional.of(PlayIds.ofYouTube(instant(event)));
                default -> Optional.empty();
            };
        } catch (DateTimeException judgedElsewhere) {
            return Optional.empty();
        }
    }

    private static Instant instant(JsonMembers event) {
        return OffsetDateTime.parse(event.text("time")).toInstant();
    }

    /** The details of an episode, with the number of its show, which is in the title's id. */
    private static Map<String, Object> episode(Map<String, Object> event) {
        String title = new JsonMembers(event).text("subject");
        JsonMembers said = new JsonMembers(event).object("data");
        Matcher numbers = EPISODE_OF_TRAKT.matcher(title);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", said.text("kind"));
        data.put("name", said.text("name"));
        data.put("show", numbers.replaceFirst("trakt:show:$1"));
        data.put("showName", said.text("show"));
        data.put("season", said.values().get("season"));
        data.put("episode", said.values().get("episode"));
        Map<String, Object> changed = new LinkedHashMap<>(event);
        changed.putAll(TRAKT.title(title, data));
        return changed;
    }

    private static Map<String, Object> with(Map<String, Object> event, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(event);
        changed.put(name, value);
        return changed;
    }
}
