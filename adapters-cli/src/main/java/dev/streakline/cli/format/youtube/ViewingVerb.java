package dev.streakline.cli.format.youtube;

import dev.streakline.cli.format.item.WhiteSpace;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a language states that a video was watched: the words before its name, after it, or both. Example:
 * {@code "Watched "} and {@code ""} in English, {@code ""} and {@code "を視聴しました"} in Japanese.
 *
 * @param before the words before the name, as in the file
 * @param after the words after the name
 */
public record ViewingVerb(String before, String after) {
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final Pattern UNSPACED = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]{1,2}");

    /** Languages whose words were seen in real files; of several forms of one language the longest is first. */
    private static final List<ViewingVerb> KNOWN = List.of(
            new ViewingVerb("Watched ", ""),
            new ViewingVerb("", " angesehen"),
            new ViewingVerb("Vous avez regardé ", ""),
            new ViewingVerb("Hai guardato ", ""),
            new ViewingVerb("Has visto ", ""),
            new ViewingVerb("Obejrzano: ", ""),
            new ViewingVerb("", " を視聴しました"),
            new ViewingVerb("", "を視聴しました"),
            new ViewingVerb("", " 을(를) 시청했습니다."),
            new ViewingVerb("", "을(를) 시청했습니다."),
            new ViewingVerb("", "시청했습니다."),
            new ViewingVerb("", " 시청함"),
            new ViewingVerb("", " adlı videoyu izlediniz"),
            new ViewingVerb("Je hebt naar ", " gekeken"),
            new ViewingVerb("Assistiu a ", ""),
            new ViewingVerb("Вы посмотрели ", ""));

    /** The percentage of entries from which on a known language is taken as that of the file. */
    private static final int KNOWN_PERCENT = 20;

    private static final int FEWEST_CHANNELS = 3;

    /** White space is white space, also the kinds that do not break. */
    public ViewingVerb {
        before = WhiteSpace.single(before);
        after = WhiteSpace.single(after);
    }

    /** Whether a title with a video's name states that it was watched. */
    boolean isAround(String title) {
        String plain = WhiteSpace.single(title);
        return plain.length() >= before.length() + after.length() && plain.startsWith(before) && plain.endsWith(after);
    }

    /**
     * Whether a title without a video's name states that one was watched. Such sentences have the verb anywhere, with
     * other words and marks around it: {@code Ein Video angesehen, das entfernt wurde}.
     */
    boolean isIn(String title) {
        String verb = core(after).isEmpty() ? core(before) : core(after);
        return verb.length() > 1 && core(title).contains(verb);
    }

    /** The name that a title has, without these words. */
    String name(String title) {
        String plain = WhiteSpace.single(title);
        return isAround(title) ? plain.substring(before.length(), plain.length() - after.length()) : plain;
    }

    /**
     * The words of the language of a file, derived from its entries that link a video. Several if the language is
     * ambiguous, as without such entries.
     */
    static List<ViewingVerb> of(List<YouTubeEntry> linked) {
        List<ViewingVerb> known =
                KNOWN.stream().filter(verb -> verb.isOf(linked)).toList();
        return known.isEmpty() ? learnt(linked) : known;
    }

    private boolean isOf(List<YouTubeEntry> linked) {
        long count = linked.stream().filter(entry -> isAround(entry.title())).count();
        return 100 * count >= (long) KNOWN_PERCENT * linked.size();
    }

    private static List<ViewingVerb> learnt(List<YouTubeEntry> linked) {
        Map<ViewingVerb, Long> aroundLinks = linked.stream()
                .flatMap(entry -> entry.verbAroundLink().stream())
                .filter(ViewingVerb::hasWords)
                .collect(Collectors.groupingBy(verb -> verb, LinkedHashMap::new, Collectors.counting()));
        return aroundLinks.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(verb -> List.of(verb.getKey()))
                .orElseGet(() -> ofTitles(sample(linked)));
    }

    /** One title of each channel, since the videos of a series have similar names; all titles if that gives too few. */
    private static List<String> sample(List<YouTubeEntry> linked) {
        Map<String, String> ofChannels = new HashMap<>();
        Set<String> all = new LinkedHashSet<>();
        for (YouTubeEntry entry : linked) {
            ofChannels.putIfAbsent(entry.channel(), WhiteSpace.single(entry.title()));
            all.add(WhiteSpace.single(entry.title()));
        }
        return List.copyOf(ofChannels.size() < FEWEST_CHANNELS ? all : ofChannels.values());
    }

    /**
     * The words that most titles have at one end, and what those titles also share at the other. A single title does not
     * show at which end its verb is, so that both are taken for it.
     */
    private static List<ViewingVerb> ofTitles(List<String> titles) {
        List<String> backwards = titles.stream().map(ViewingVerb::reversed).toList();
        if (titles.size() == 1) {
            return List.of(
                    new ViewingVerb(firstWord(titles.get(0)), ""),
                    new ViewingVerb("", reversed(firstWord(backwards.get(0)))));
        }
        List<String> alikeBefore = largestGroup(titles);
        List<String> alikeAfter =
                largestGroup(backwards).stream().map(ViewingVerb::reversed).toList();
        List<String> alike = alikeBefore.size() >= alikeAfter.size() ? alikeBefore : alikeAfter;
        String after = reversed(
                sharedBeginning(alike.stream().map(ViewingVerb::reversed).toList()));
        ViewingVerb verb = new ViewingVerb(sharedBeginning(alike), after);
        boolean isOfMost = 2 * alike.size() > titles.size();
        return isOfMost && verb.hasWords() ? List.of(verb) : List.of();
    }

    /** The texts that have the most common first word. */
    private static List<String> largestGroup(List<String> texts) {
        return texts.stream()
                .collect(Collectors.groupingBy(ViewingVerb::firstWord, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    /** Up to the first space; of a language that has none between words the first two characters. */
    private static String firstWord(String text) {
        Matcher unspaced = UNSPACED.matcher(text);
        if (unspaced.lookingAt()) {
            return unspaced.group();
        }
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    /** The common prefix of all texts, cut back to the end of a word where words have spaces between them. */
    private static String sharedBeginning(List<String> texts) {
        String shared = texts.get(0);
        for (String text : texts) {
            int length = 0;
            while (length < Math.min(shared.length(), text.length()) && shared.charAt(length) == text.charAt(length)) {
                length++;
            }
            shared = shared.substring(0, length);
        }
        int end = shared.length();
        while (end > 0
                && Character.isLetterOrDigit(shared.charAt(end - 1))
                && !UNSPACED.matcher(shared.substring(end - 1)).find()) {
            end--;
        }
        return shared.substring(0, end);
    }

    private boolean hasWords() {
        return core(before).length() > 1 || core(after).length() > 1;
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    /** The words alone, with one space between them. */
    private static String core(String words) {
        return NOT_LETTERS.matcher(words).replaceAll(" ").strip();
    }
}
