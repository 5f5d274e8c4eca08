package dev.streakline.cli.format.netflix;

import dev.streakline.cli.format.play.FactTexts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An episode as Netflix writes it in its full file: {@code Dark: Season 1: Secrets (Episode 1)}, in any language. The
 * last brackets contain a word and a number; the show is the text before the part with the season.
 *
 * @param show its name
 * @param season null where the part with the season has no number
 * @param number of the episode
 * @param nameInShortList the title as the short list has it, without the last brackets
 */
public record NetflixEpisode(String show, @Nullable Integer season, int number, String nameInShortList) {
    private static final Pattern SEPARATOR = Pattern.compile("[\\s\\p{Zs}]*[:：][\\s\\p{Zs}]+");
    private static final Pattern LAST_BRACKETS = Pattern.compile("(.*\\S)[\\s\\p{Zs}]*[(（]([^()（）]+)[)）]");

    /** One number, or a number of a number as in {@code Bölüm 1.2}, of which the last counts. */
    private static final Pattern WORD_AND_NUMBER =
            Pattern.compile("[^\\p{Nd}]*?(?:\\p{Nd}{1,3}\\.)?(\\p{Nd}{1,6})[^\\p{Nd}]*");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final int LONGEST_WORDS = 60;

    /** The episode that a title is; empty when it does not have the form of one. */
    static Optional<NetflixEpisode> of(String title) {
        Matcher brackets = LAST_BRACKETS.matcher(title);
        if (!brackets.matches()) {
            return Optional.empty();
        }
        String name = brackets.group(1);
        Integer number = numberBesideAWord(brackets.group(2));
        Matcher separator = SEPARATOR.matcher(name);
        if (number == null || !separator.find()) {
            return Optional.empty();
        }
        String[] parts = SEPARATOR.split(name, -1);
        int seasonPart = seasonPart(parts);
        for (int i = 1; i < seasonPart; i++) {
            separator.find();
        }
        return Optional.of(new NetflixEpisode(
                name.substring(0, separator.start()),
                seasonPart < parts.length ? numberBesideAWord(parts[seasonPart]) : null,
                number,
                name));
    }

    /** The text before the first colon: the show, where the title is of one. */
    static String beginning(String title) {
        Matcher separator = SEPARATOR.matcher(title);
        return separator.find() ? title.substring(0, separator.start()) : title;
    }

    /**
     * The index of the part with the season: the first with a word and a number that is neither the first nor the last
     * part. Without one it is the second part, as in {@code Maniac: Limited Series: Windmills}.
     */
    private static int seasonPart(String[] parts) {
        for (int i = 1; i < parts.length - 1; i++) {
            if (numberBesideAWord(parts[i]) != null) {
                return i;
            }
        }
        return 1;
    }

    private static @Nullable Integer numberBesideAWord(String text) {
        Matcher number = WORD_AND_NUMBER.matcher(text);
        boolean has = text.length() <= LONGEST_WORDS
                && number.matches()
                && LETTER.matcher(text).find();
        return has ? Integer.valueOf(number.group(1)) : null;
    }

    /** The details of the episode under a title. */
    Map<String, Object> data(String title) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", "episode");
        data.put("name", FactTexts.name(title));
        data.put("show", FactTexts.identifier(show, "netflix:show:"));
        data.put("showName", FactTexts.name(show));
        if (season != null) {
            data.put("season", season);
        }
        data.put("episode", number);
        return data;
    }
}
