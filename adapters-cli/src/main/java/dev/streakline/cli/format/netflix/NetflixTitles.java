package dev.streakline.cli.format.netflix;

import dev.streakline.application.format.HistoryItem.Event;
import dev.streakline.application.format.HistoryItem.EventRole;
import dev.streakline.cli.format.play.Events;
import dev.streakline.cli.format.play.FactTexts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kinds of the titles of one full file of Netflix (detail 162). Netflix names a played title only by a text such as
 * {@code Dark: Season 1: Secrets (Episode 1)}, in the language of the profile; the text itself is the title's id if it
 * is a valid one.
 *
 * <ul>
 * <li>A title that ends in a word and a number in brackets is a {@link NetflixEpisode}. The short list writes the same
 *     title without the brackets, so that both are described.
 * <li>A title whose beginning no other title of the file has is a movie, when one of its rows lasted 40 minutes or
 *     more.
 * <li>Everything else is a video.
 * </ul>
 *
 * <p>Of a file with very many titles only the first {@value #MOST_TITLES} are described, which bounds the memory.
 */
public final class NetflixTitles {
    /** The source of all facts that are read from Netflix's files. */
    static final String SOURCE = "netflix";

    private static final Events EVENTS = new Events(SOURCE);
    private static final int SHORTEST_MOVIE = 40 * 60;
    private static final int MOST_TITLES = 200_000;
    private static final String SEVERAL = "";
    private static final int SKIPPED = -1;

    /** What one file classifies as a video may be a movie in the next; an episode is certain. */
    private static final int VIDEO_CERTAINTY = 0;

    private static final int MOVIE_CERTAINTY = 1;
    private static final int EPISODE_CERTAINTY = 2;

    /** The seconds of the longest row of each title that was watched; {@link #SKIPPED} where no row was. */
    private final Map<String, Integer> longest = new LinkedHashMap<>();

    /** The only title with each beginning, or {@link #SEVERAL}. */
    private final Map<String, String> titleOfBeginning = new HashMap<>();

    /** Puts the title into the data of a watch; nothing where the row names none. */
    static void putInto(Map<String, Object> data, String title) {
        if (!title.isEmpty()) {
            data.put("title", id(title));
        }
    }

    /** The id of a title; empty for an empty one. */
    static String id(String title) {
        return title.isEmpty() ? "" : FactTexts.identifier(title, "netflix:");
    }

    /** Takes note of a row that was watched. */
    void addWatched(String title, int seconds) {
        add(title, seconds);
    }

    /** Takes note of a row that is no viewing: a trailer shares its beginning with the show it is for. */
    void addSkipped(String title) {
        add(title, SKIPPED);
    }

    private void add(String title, int seconds) {
        Integer known = longest.get(title);
        if (known != null) {
            if (seconds > known) {
                longest.put(title, seconds);
            }
        } else if (!title.isEmpty() && longest.size() < MOST_TITLES) {
            longest.put(title, seconds);
            titleOfBeginning.merge(NetflixEpisode.beginning(title), title, (one, other) -> SEVERAL);
        }
    }

    /** The details of every title that was watched, in the order of the file. */
    Stream<Event> details() {
        return longest.entrySet().stream()
                .filter(title -> title.getValue() != SKIPPED)
                .flatMap(title -> details(title.getKey(), title.getValue()));
    }

    private Stream<Event> details(String title, int seconds) {
        Optional<NetflixEpisode> episode = NetflixEpisode.of(title);
        if (episode.isPresent()) {
            return Stream.of(title, episode.get().nameInShortList())
                    .map(name -> event(name, episode.get().data(name), EPISODE_CERTAINTY));
        }
        boolean isAlone = title.equals(titleOfBeginning.get(NetflixEpisode.beginning(title)));
        boolean isMovie = isAlone && seconds >= SHORTEST_MOVIE;
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", isMovie ? "movie" : "video");
        data.put("name", FactTexts.name(title));
        return Stream.of(event(title, data, isMovie ? MOVIE_CERTAINTY : VIDEO_CERTAINTY));
    }

    private static Event event(String title, Map<String, Object> data, int certainty) {
        return new Event(0, 0, title, EVENTS.title(id(title), data, certainty), EventRole.DETAILS);
    }
}
