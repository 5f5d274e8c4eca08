package dev.streakline.cli.format;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of other programs that cannot be read, recognised by the names in them: the error names the kind of file and
 * the remedy.
 */
final class ForeignFormats {
    private static final Pattern MEMBER = Pattern.compile("\"([^\"\\\\]{1,60})\"\\s*:");

    private static final List<Foreign> JSON = List.of(
            new Foreign("a Simkl export", "anime", "movies", "shows"),
            new Foreign("a Simkl export", "simkl"),
            new Foreign("a Simkl export", "simkl_id"),
            new Foreign("a Simkl export", "last_watched_at", "status"),
            new Foreign(
                    "a Trakt summary without single plays, which are in watched-history-1.json, -2.json and so on",
                    "last_watched_at",
                    "plays"),
            new Foreign("Trakt's list of paused titles", "paused_at", "progress"),
            new Foreign("Trakt's list of ratings", "rated_at", "rating"),
            new Foreign("a Trakt list", "listed_at"),
            new Foreign("a file in Trakt's import format", "watched_at", "ids"),
            new Foreign("a file in Trakt's import format", "watched_at", "imdb_id"),
            new Foreign("a file in Trakt's import format", "watched_at", "tmdb_id"),
            new Foreign("a file in Trakt's import format", "watched_at", "trakt_id"),
            new Foreign("a Tautulli history", "rating_key"),
            new Foreign("a Tautulli history", "recordsFiltered", "recordsTotal"),
            new Foreign("a Plex history", "MediaContainer"),
            new Foreign("a response of Jellyfin or Emby", "UserData"),
            new Foreign("a response of Jellyfin or Emby", "TotalRecordCount"),
            new Foreign("a playback report of Jellyfin or Emby", "PlayDuration"),
            new Foreign("a playback report of Jellyfin or Emby", "colums", "results"),
            new Foreign("a Spotify streaming history", "msPlayed"),
            new Foreign("a Spotify streaming history", "ms_played"),
            new Foreign("a YouTube watch history from before 2017", "kind", "snippet", "etag"),
            new Foreign("a FreeTube history", "videoId", "timeWatched"),
            new Foreign("an Apple TV history", "stored_event"),
            new Foreign("an AniList list", "MediaListCollection"),
            new Foreign("an AniList list", "series_id", "progress"),
            new Foreign("a TikTok history", "VideoList"),
            new Foreign("a Chrome history", "Browser History"));

    private static final List<Foreign> CSV = List.of(
            new Foreign("a Letterboxd file", "letterboxd uri"),
            new Foreign("an IMDb list", "const", "title"),
            new Foreign("a Tautulli history", "rating_key"),
            new Foreign("a TV Time file", "series_name", "created_at"),
            new Foreign("a TV Time file", "tv_show_name"),
            new Foreign("a Prime Video history", "date watched", "type"),
            new Foreign("a Prime Video history", "playback hour"),
            new Foreign("a Netflix catalogue, which lists titles and not plays", "show_id", "listed_in"));

    private ForeignFormats() {}

    /**
     * A format that is not read.
     *
     * @param description its name with the article, and what to bring instead where that is known
     * @param names that are all in such a file
     */
    private record Foreign(String description, Set<String> names) {
        Foreign(String description, String... names) {
            this(description, Set.of(names));
        }
    }

    /** The kind of a JSON file, derived from its beginning; empty when its shape does not show it. */
    static Optional<String> ofJson(String beginning) {
        Set<String> names = new HashSet<>();
        Matcher member = MEMBER.matcher(beginning);
        while (member.find()) {
            names.add(member.group(1));
        }
        return find(JSON, names);
    }

    /** The kind of an XML file; empty when its beginning does not show it. */
    static Optional<String> ofMarkup(String beginning) {
        return beginning.contains("<myanimelist>") ? Optional.of("a MyAnimeList list") : Optional.empty();
    }

    /** The kind of a CSV file, derived from its header; empty when that does not show it. */
    static Optional<String> ofCsv(String header) {
        Set<String> names = new HashSet<>();
        Arrays.stream(header.split("[,;\t]"))
                .map(name ->
                        name.replace("\"", "").replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
                .forEach(names::add);
        return find(CSV, names);
    }

    private static Optional<String> find(List<Foreign> formats, Set<String> names) {
        return formats.stream()
                .filter(each -> names.containsAll(each.names()))
                .findFirst()
                .map(Foreign::description);
    }
}
