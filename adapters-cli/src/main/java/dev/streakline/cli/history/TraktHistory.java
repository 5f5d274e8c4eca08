package dev.streakline.cli.history;

import dev.streakline.cli.history.HistoryItem.Bad;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The pages {@code watched-history-1.json} … of an export from Trakt: one JSON list of plays, newest first.
 *
 * <p>A play becomes a watch fact under Trakt's own id of it, completed, since Trakt keeps only what was seen to its end.
 * Trakt says neither how long a play nor how long a title is. Before the first play of a title in a file stands a title
 * fact. Films are {@code movie:<id of the film>}, episodes {@code episode:<id of the show>:<season>x<episode>} with two
 * digits at least for the episode; a show is called by its name.
 */
final class TraktHistory implements JsonListFormat {
    private static final Events EVENTS = new Events("trakt");

    private final Owner owner;
    private final Tally described = new Tally();

    TraktHistory(Owner owner) {
        this.owner = owner;
    }

    @Override
    public String description() {
        return "Trakt's watched-history-1.json, a JSON list of objects with id, watched_at and type";
    }

    @Override
    public boolean recognises(Map<String, Object> first) {
        return first.containsKey("watched_at") && first.containsKey("type");
    }

    @Override
    public void read(Line.Text entry, Map<String, Object> members, Consumer<HistoryItem> sink)
            throws HistoryUnreadable {
        String viewer = owner.viewer();
        try {
            Members play = new Members(members);
            long id = needed(play, "id", "/id");
            if (play.text("watched_at").isEmpty()) {
                throw new Missing("/watched_at");
            }
            Map<String, Object> about = title(play);
            String title = String.valueOf(about.get("subject"));
            if (described.add(String.valueOf(about.get("id"))) == 1) {
                sink.accept(entry.event(about));
            }
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("title", title);
            data.put("completed", true);
            data.put("platform", "trakt");
            sink.accept(entry.event(EVENTS.watchAt(play.text("watched_at"), Long.toString(id), viewer, data)));
        } catch (Missing missing) {
            sink.accept(entry.bad(Bad.MALFORMED, missing.pointer, "missing, or not what Trakt writes there"));
        }
    }

    private static Map<String, Object> title(Members play) throws Missing {
        return switch (play.text("type")) {
            case "movie" -> film(play.object("movie"));
            case "episode" -> episode(play.object("episode"), play.object("show"));
            default -> throw new Missing("/type");
        };
    }

    private static Map<String, Object> film(Members film) throws Missing {
        long id = needed(film.object("ids"), "trakt", "/movie/ids/trakt");
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", "movie");
        data.put("name", FactTexts.name(film.text("title")));
        return EVENTS.title("movie:" + id, data);
    }

    private static Map<String, Object> episode(Members episode, Members show) throws Missing {
        long id = needed(show.object("ids"), "trakt", "/show/ids/trakt");
        long season = needed(episode, "season", "/episode/season");
        long number = needed(episode, "number", "/episode/number");
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", "episode");
        data.put(
                "name",
                FactTexts.name(String.format(Locale.ROOT, "S%02dE%02d - %s", season, number, episode.text("title"))));
        data.put("show", FactTexts.identifier(show.text("title"), "show:" + id + ":"));
        data.put("season", season);
        data.put("episode", number);
        return EVENTS.title(String.format(Locale.ROOT, "episode:%d:%dx%02d", id, season, number), data);
    }

    private static long needed(Members members, String name, String pointer) throws Missing {
        return members.number(name).orElseThrow(() -> new Missing(pointer));
    }

    /** A play lacks what makes it one. */
    private static final class Missing extends Exception {
        private static final long serialVersionUID = 1;

        private final String pointer;

        Missing(String pointer) {
            super(pointer, null, false, false);
            this.pointer = pointer;
        }
    }
}
