package dev.streakline.cli.format.trakt;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistoryItem.RejectedLine;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.format.SkipReason;
import dev.streakline.cli.format.json.JsonListFormat;
import dev.streakline.cli.format.json.JsonMembers;
import dev.streakline.cli.format.line.Line;
import dev.streakline.cli.format.play.Events;
import dev.streakline.cli.format.play.FactTexts;
import dev.streakline.cli.format.play.Owner;
import dev.streakline.cli.format.play.RowIds;
import dev.streakline.cli.format.play.Tally;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pages {@code watched-history-1.json} … of an export from Trakt, or of a program that writes the same: one JSON
 * list of plays, newest first.
 *
 * <p>A play becomes a watch fact under Trakt's own id of it, completed, since Trakt lists only what was seen to its
 * end. A play that Trakt dates to 1970 has no date (detail 160). Trakt gives no length of plays or titles. A title fact
 * comes before the first play of a title in a file.
 *
 * <p>Films and shows are known by their numbers, never by their names, which are translated and changed: films are
 * {@code movie:<id>}, episodes {@code episode:<id of the show>:<season>x<episode>} with two digits at least for the
 * episode, shows {@code trakt:show:<id>}. Where there is no number of Trakt, those of TMDB, IMDb and TVDB and Trakt's
 * slug serve, in this order, with their name before them: {@code tmdb:movie:603}, {@code tmdb:episode:1396:1x01},
 * {@code tmdb:show:1396}.
 */
public final class TraktHistory implements JsonListFormat {
    private static final Events EVENTS = new Events("trakt");
    private static final List<String> CATALOGUES = List.of("trakt", "tmdb", "imdb", "tvdb", "slug");

    private final Owner owner;
    private final RowIds ids = new RowIds();
    private final Tally described = new Tally();

    public TraktHistory(Owner owner) {
        this.owner = owner;
    }

    @Override
    public String description() {
        return "Trakt's watched-history-1.json, a JSON list of objects with watched_at and type";
    }

    @Override
    public boolean recognises(Map<String, Object> first) {
        return first.containsKey("watched_at")
                && first.containsKey("type")
                && (first.containsKey("movie") || first.containsKey("episode") || first.containsKey("id"));
    }

    @Override
    public void read(Line.Text entry, Map<String, Object> members, Consumer<HistoryItem> sink)
            throws HistoryUnreadableException {
        String viewer = owner.viewer();
        JsonMembers play = new JsonMembers(members);
        try {
            if (isUndated(play)) {
                sink.accept(new HistoryItem.Skipped(entry.number(), SkipReason.UNDATED));
                return;
            }
            Map<String, Object> about = title(play);
            String title = String.valueOf(about.get("subject"));
            String id = id(play, title);
            if (described.add(String.valueOf(about.get("id"))) == 1) {
                sink.accept(entry.details(about));
            }
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("title", title);
            data.put("completed", true);
            data.put("platform", "trakt");
            sink.accept(entry.play(EVENTS.watchAt(play.text("watched_at"), id, viewer, data)));
        } catch (MissingMemberException missing) {
            sink.accept(entry.bad(RejectedLine.MALFORMED, missing.pointer, "missing, or not what Trakt writes there"));
        }
    }

    /** No date at all, or the first instant of 1970, which Trakt writes for "unknown". */
    private static boolean isUndated(JsonMembers play) throws MissingMemberException {
        if (play.has("watched_at") && play.isNull("watched_at")) {
            return true;
        }
        String time = play.text("watched_at");
        if (time.isEmpty()) {
            throw new MissingMemberException("/watched_at");
        }
        try {
            return OffsetDateTime.parse(time).toInstant().equals(Instant.EPOCH);
        } catch (DateTimeException judgedElsewhere) {
            return false;
        }
    }

    /** Trakt's own number of the play; without one, what identifies it: its time and title. */
    private String id(JsonMembers play, String title) throws MissingMemberException {
        OptionalLong id = play.number("id");
        if (id.isEmpty() && play.has("id")) {
            throw new MissingMemberException("/id");
        }
        return id.isPresent()
                ? Long.toString(id.getAsLong())
                : ids.next(RowIds.digest(play.text("watched_at") + "\n" + title));
    }

    private static Map<String, Object> title(JsonMembers play) throws MissingMemberException {
        return switch (play.text("type")) {
            case "movie" -> film(play.object("movie"));
            case "episode" -> episode(play.object("episode"), play.object("show"));
            default -> throw new MissingMemberException("/type");
        };
    }

    private static Map<String, Object> film(JsonMembers film) throws MissingMemberException {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", "movie");
        data.put("name", FactTexts.name(film.text("title")));
        return EVENTS.title(CatalogueId.of(film, "/movie").of("movie"), data);
    }

    private static Map<String, Object> episode(JsonMembers episode, JsonMembers show) throws MissingMemberException {
        CatalogueId id = CatalogueId.of(show, "/show");
        long season = needed(episode, "season", "/episode/season");
        long number = needed(episode, "number", "/episode/number");
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", "episode");
        data.put(
                "name",
                FactTexts.name(String.format(Locale.ROOT, "S%02dE%02d - %s", season, number, episode.text("title"))));
        data.put("show", id.catalogue + ":show:" + id.number);
        data.put("showName", FactTexts.name(show.text("title")));
        data.put("season", season);
        data.put("episode", number);
        return EVENTS.title(id.of("episode") + String.format(Locale.ROOT, ":%dx%02d", season, number), data);
    }

    private static long needed(JsonMembers members, String name, String pointer) throws MissingMemberException {
        return members.number(name).orElseThrow(() -> new MissingMemberException(pointer));
    }

    /**
     * The number of a film or show in a catalogue.
     *
     * @param catalogue such as {@code trakt}
     * @param number a number or another text without meaning
     */
    private record CatalogueId(String catalogue, String number) {
        static CatalogueId of(JsonMembers described, String pointer) throws MissingMemberException {
            JsonMembers ids = described.object("ids");
            return CATALOGUES.stream()
                    .flatMap(catalogue -> Stream.ofNullable(id(catalogue, ids)))
                    .findFirst()
                    .orElseThrow(() -> new MissingMemberException(pointer + "/ids/trakt"));
        }

        private static @Nullable CatalogueId id(String catalogue, JsonMembers ids) {
            OptionalLong number = ids.number(catalogue);
            String text = number.isPresent() ? Long.toString(number.getAsLong()) : ids.text(catalogue);
            boolean isText = catalogue.equals("imdb") || catalogue.equals("slug");
            boolean isId = number.isPresent() || (isText && FactTexts.isIdentifier(text));
            return isId ? new CatalogueId(catalogue, FactTexts.shortened(text)) : null;
        }

        /** The beginning of a title's id: {@code movie:603} of Trakt, {@code tmdb:movie:603} of all others. */
        String of(String kind) {
            return (catalogue.equals("trakt") ? "" : catalogue + ":") + kind + ":" + number;
        }
    }

    /** A play lacks what makes it one. */
    private static final class MissingMemberException extends Exception {
        private static final long serialVersionUID = 1;

        private final String pointer;

        MissingMemberException(String pointer) {
            super(pointer, null, false, false);
            this.pointer = pointer;
        }
    }
}
