package dev.streakline.cli.format.youtube;

import dev.streakline.application.format.DateOrder;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.format.ReadingChoices;
import dev.streakline.cli.format.csv.HeldRows;
import dev.streakline.cli.format.item.Escaped;
import dev.streakline.cli.format.item.WhiteSpace;
import dev.streakline.cli.format.item.WrittenDates;
import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Times as Takeout's HTML writes them, in the language of the account: {@code Jan 3, 2026, 8:00:00 PM UTC},
 * {@code 2026. 1. 3. 오후 8:00:00 KST}, {@code 03.01.2026, 20:00:00 MEZ}.
 *
 * <p>The names of months and of the halves of a day are those that the running Java has for any language; the language
 * is one with the months of all texts. If only the order of day and month is ambiguous, {@link WrittenDates} derives
 * it.
 */
public final class WrittenTimes {
    /** Marks between the numbers are alike and without spaces: {@code 2024. 11. 27. 21:07:09} has one clock. */
    private static final Pattern CLOCK = Pattern.compile("(?<!\\p{Nd})(\\p{Nd}{1,2})"
            + "(?:([:.])(\\p{Nd}{1,2})\\2(\\p{Nd}{1,2})"
            + "|\\s?(?:h|시|นาฬิกา)\\s?(\\p{Nd}{1,2})\\s?(?:min|분|นาที)\\s?(\\p{Nd}{1,2}))"
            + "(?!\\p{Nd})(?:\\s?(?:s\\b|초|วินาที))?");

    private static final Pattern ZONE = Pattern.compile("(?:UTC|GMT)[+\\-\u2212\u2013][0-9]{1,2}(?::?[0-9]{2})?"
            + "|(?<=\\s)[+\\-\u2212][0-9]{2}:?[0-9]{2}(?![0-9])|(?<!\\p{L})(?!AM|PM)\\p{Lu}{2,5}(?!\\p{L})");
    private static final Pattern HALF = Pattern.compile("(?i)(?<!\\p{L})([ap])\\.?\\s?m\\.?(?!\\p{L})");
    private static final Pattern UP_TO_LAST_NUMBER = Pattern.compile("^.*\\p{Nd}");
    private static final Pattern FROM_FIRST_NUMBER = Pattern.compile("\\p{Nd}.*$");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");
    private static final Pattern MARK = Pattern.compile("\\p{Nd}([./-])(?=\\s?\\p{Nd})");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:\\.[\\p{L}\\p{M}]+)*");

    private final @Nullable ZoneId zone;
    private final Map<String, Integer> months;
    private final DateOrder order;

    private WrittenTimes(@Nullable ZoneId zone, Map<String, Integer> months, DateOrder order) {
        this.zone = zone;
        this.months = months;
        this.order = order;
    }

    /**
     * How the times of a file are written.
     *
     * @param file its name, for a person
     * @throws HistoryUnreadableException when the zone or the order of day and month is ambiguous and was not chosen
     */
    static WrittenTimes of(List<String> texts, ReadingChoices choices, String file) throws HistoryUnreadableException {
        List<Parts> parts =
                texts.stream().flatMap(text -> Parts.of(text).stream()).toList();
        DateOrder order = order(parts, choices, file);
        WrittenTimes times = languages(parts)
                .map(months -> new WrittenTimes(choices.zone(), months, order))
                .min(Comparator.comparingInt(each -> each.rises(parts)))
                .orElse(new WrittenTimes(choices.zone(), Map.of(), order));
        for (Parts each : parts) {
            if (times.local(each).isPresent() && times.instant(each).isEmpty()) {
                throw new HistoryUnreadableException(
                        HistoryUnreadableException.Cause.ZONE_UNKNOWN,
                        "Cannot read the times in " + Escaped.text(file) + ": " + Escaped.start(each.zone(), 10)
                                + " stands for several zones, or for none that is known. Give the zone that the account had"
                                + " when the file was created: --zone America/Chicago.");
            }
        }
        return times;
    }

    /** The instant of a text; empty when it is no time. */
    Optional<Instant> instant(String text) {
        return Parts.of(text).flatMap(this::instant);
    }

    private Optional<Instant> instant(Parts parts) {
        return local(parts).flatMap(local -> ClockOffsets.instant(local, parts.zone(), zone));
    }

    private Optional<LocalDateTime> local(Parts parts) {
        LocalTime time = parts.time();
        return time == null ? Optional.empty() : date(parts).map(date -> date.atTime(time));
    }

    private Optional<LocalDate> date(Parts parts) {
        if (parts.numbers().size() == 3) {
            return WrittenDates.date(parts.numbersAsDate(), order);
        }
        Optional<Integer> month = parts.words().stream()
                .map(months::get)
                .filter(known -> known != null)
                .map(Integer.class::cast)
                .findFirst();
        if (month.isEmpty() || parts.numbers().size() != 2) {
            return Optional.empty();
        }
        boolean isYearFirst = parts.numbers().get(0).length() == 4;
        String year = parts.numbers().get(isYearFirst ? 0 : 1);
        String day = parts.numbers().get(isYearFirst ? 1 : 0);
        return WrittenDates.date(year + "/" + month.get() + "/" + day, DateOrder.YEAR_MONTH_DAY);
    }

    private static DateOrder order(List<Parts> texts, ReadingChoices choices, String file)
            throws HistoryUnreadableException {
        List<String> numeric = texts.stream()
                .filter(each -> each.numbers().size() == 3)
                .map(Parts::numbersAsDate)
                .toList();
        Optional<DateOrder> order =
                Optional.ofNullable(choices.dateOrder()).or(() -> WrittenDates.order(numeric, choices.latestDate()));
        if (order.isEmpty()) {
            throw HeldRows.orderUnknown(file, numeric.get(0));
        }
        return order.get();
    }

    /**
     * The months by the words for them, of every language that has one in each text. Languages with most of the words
     * exactly come first, before those with only longer words with the same beginning.
     */
    private static Stream<Map<String, Integer>> languages(List<Parts> texts) {
        List<Parts> named =
                texts.stream().filter(each -> each.numbers().size() == 2).toList();
        List<String> words =
                named.stream().flatMap(each -> each.words().stream()).distinct().toList();
        return Languages.MONTHS.values().stream()
                .sorted(Comparator.comparingLong(language ->
                        -words.stream().filter(language::containsKey).count()))
                .map(language -> known(words, language))
                .distinct()
                .filter(known ->
                        named.stream().allMatch(each -> each.words().stream().anyMatch(known::containsKey)));
    }

    /** How often a date is later than the one before it: a list that is newest first has no such dates. */
    private int rises(List<Parts> texts) {
        List<LocalDate> dates =
                texts.stream().flatMap(each -> date(each).stream()).toList();
        int rises = 0;
        for (int i = 1; i < dates.size(); i++) {
            rises += dates.get(i).isAfter(dates.get(i - 1)) ? 1 : 0;
        }
        return rises;
    }

    private static Map<String, Integer> known(List<String> words, Map<String, Integer> language) {
        Map<String, Integer> known = new HashMap<>();
        for (String word : words) {
            Integer month = language.get(word);
            if (month == null && word.length() >= 3) {
                List<Integer> beginning = language.entrySet().stream()
                        .filter(each -> each.getKey().startsWith(word)
                                || (each.getKey().length() >= 3 && word.startsWith(each.getKey())))
                        .map(Map.Entry::getValue)
                        .distinct()
                        .toList();
                month = beginning.size() == 1 ? beginning.get(0) : null;
            }
            if (month != null) {
                known.put(word, month);
            }
        }
        return known;
    }

    /**
     * The parts of a text.
     *
     * @param numbers of the date
     * @param mark between the first two of them
     * @param words beside them, without dots and in lower case
     * @param zone its name; empty where there is none
     * @param time of the day; null where it is none
     */
    private record Parts(
            List<String> numbers,
            String mark,
            List<String> words,
            String zone,
            @Nullable LocalTime time) {

        static Optional<Parts> of(String text) {
            String plain = WhiteSpace.singleVisible(text);
            Matcher clock = CLOCK.matcher(plain);
            if (!clock.find()) {
                return Optional.empty();
            }
            String rest = joinedHalf(plain.substring(0, clock.start()) + " " + plain.substring(clock.end()));
            Optional<MatchResult> zone = ZONE.matcher(rest)
                    .results()
                    .filter(name -> !Languages.HALVES.containsKey(bare(name.group())))
                    .reduce((earlier, last) -> last);
            String zoneName = zone.map(MatchResult::group).orElse("");
            String date = zone.map(name -> rest.substring(0, name.start()) + " " + rest.substring(name.end()))
                    .orElse(rest);
            List<String> words = wordsIn(date);
            return Optional.of(new Parts(
                    NUMBER.matcher(date).results().map(each -> each.group()).toList(),
                    MARK.matcher(date)
                            .results()
                            .map(each -> each.group(1))
                            .findFirst()
                            .orElse("/"),
                    words,
                    zoneName,
                    time(clock, wordsIn(besideClock(plain, clock)))));
        }

        private static String joinedHalf(String text) {
            return HALF.matcher(text).replaceAll(half -> half.group(1) + "m");
        }

        /** The text between the clock and the numbers around it: a word elsewhere may mean a month. */
        private static String besideClock(String text, Matcher clock) {
            return joinedHalf(UP_TO_LAST_NUMBER
                            .matcher(text.substring(0, clock.start()))
                            .replaceFirst("") + " "
                    + FROM_FIRST_NUMBER.matcher(text.substring(clock.end())).replaceFirst(""));
        }

        /** As a list of dates has it: the marks show which orders are possible. */
        String numbersAsDate() {
            return String.join(mark, numbers);
        }

        private static @Nullable LocalTime time(Matcher clock, List<String> words) {
            Optional<Integer> half = words.stream()
                    .map(Languages.HALVES::get)
                    .filter(known -> known != null)
                    .map(Integer.class::cast)
                    .findFirst();
            int hour = Integer.parseInt(clock.group(1));
            try {
                return LocalTime.of(
                        half.isPresent() && hour <= 12 ? hour % 12 + half.get() : hour,
                        Integer.parseInt(clock.group(2) == null ? clock.group(5) : clock.group(3)),
                        Integer.parseInt(clock.group(2) == null ? clock.group(6) : clock.group(4)));
            } catch (DateTimeException noSuchTime) {
                return null;
            }
        }
    }

    private static String bare(String word) {
        return word.replace(".", "").toLowerCase(Locale.ROOT);
    }

    /** The words of all languages of the running Java; English first, then by their codes. */
    private static final class Languages {
        private static final int SEVERAL = -1;
        private static final List<TextStyle> STYLES =
                List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

        static final Map<String, Map<String, Integer>> MONTHS = months();
        static final Map<String, Integer> HALVES = halves();

        private static List<Locale> locales() {
            Map<String, Locale> locales = new TreeMap<>();
            Arrays.stream(Locale.getAvailableLocales()).forEach(locale -> locales.put(locale.toLanguageTag(), locale));
            List<Locale> all = new ArrayList<>(List.of(Locale.ENGLISH));
            all.addAll(locales.values());
            return all;
        }

        private static Map<String, Map<String, Integer>> months() {
            Map<String, Map<String, Integer>> languages = new LinkedHashMap<>();
            for (Locale locale : locales()) {
                Map<String, Integer> words = languages.computeIfAbsent(locale.getLanguage(), unseen -> new HashMap<>());
                DateTimeFormatter dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .withChronology(IsoChronology.INSTANCE);
                for (Month month : Month.values()) {
                    Stream.concat(
                                    STYLES.stream().map(style -> month.getDisplayName(style, locale)),
                                    // Some languages write a preposition to the name: in Hebrew.
                                    Stream.of(dates.format(LocalDate.of(2024, month, 10))))
                            .flatMap(text -> wordsIn(text).stream())
                            .forEach(word -> merge(words, word, month.getValue()));
                }
            }
            // Such as the preposition in "de gener", which comes before several months.
            languages.values().forEach(words -> words.values().removeIf(month -> month == SEVERAL));
            return languages;
        }

        /** The words that distinguish the halves of a day: not the article in "da manhã" and "da tarde". */
        private static Map<String, Integer> halves() {
            Map<String, Integer> halves = new HashMap<>();
            for (Locale locale : locales()) {
                String[] names = DateFormatSymbols.getInstance(locale).getAmPmStrings();
                if (names.length >= 2) {
                    List<String> before = wordsIn(Parts.joinedHalf(names[0]));
                    List<String> after = wordsIn(Parts.joinedHalf(names[1]));
                    before.stream().filter(word -> !after.contains(word)).forEach(word -> merge(halves, word, 0));
                    after.stream().filter(word -> !before.contains(word)).forEach(word -> merge(halves, word, 12));
                }
            }
            halves.values().removeIf(half -> half == SEVERAL);
            return halves;
        }

        private static void merge(Map<String, Integer> words, String word, int meaning) {
            words.merge(word, meaning, (one, other) -> one.equals(other) ? one : SEVERAL);
        }
    }

    private static List<String> wordsIn(String text) {
        return WORD.matcher(text).results().map(word -> bare(word.group())).toList();
    }
}
