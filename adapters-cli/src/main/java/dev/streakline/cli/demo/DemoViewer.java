package dev.streakline.cli.demo;

import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.PauseFact;
import dev.streakline.application.fact.RankingChoiceFact;
import dev.streakline.application.fact.SubjectType;
import dev.streakline.application.fact.ViewerFact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A viewer of the demo. The first never misses a day; number 7 never reaches more than nine in a row.
 *
 * @param number from 0
 * @param id such as {@code ada-kaya}
 */
record DemoViewer(int number, String id) {

    private static final List<String> GIVEN_NAMES = List.of(
            "Ada", "Ben", "Chloe", "Diego", "Emma", "Finn", "Grace", "Hugo", "Iris", "Jonas", "Kenji", "Lena", "Maya",
            "Noah", "Olga", "Priya", "Quinn", "Rosa", "Sami", "Tara", "Uma", "Victor", "Wanjiru", "Yara");
    private static final List<String> FAMILIES =
            List.of("Kaya", "Okafor", "Silva", "Tanaka", "Nguyen", "Sharma", "Wilson", "Haddad", "Murphy", "Rossi");

    private static final int GIVES_UP = 7;
    private static final int PAUSE_DAYS = 10;
    private static final int DECLARED_BEFORE = 7;

    /** All viewers, by number. */
    static List<DemoViewer> all() {
        return IntStream.range(0, GIVEN_NAMES.size() * FAMILIES.size())
                .mapToObj(number ->
                        new DemoViewer(number, name(number).replace(' ', '-').toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static String name(int number) {
        return GIVEN_NAMES.get(number % GIVEN_NAMES.size()) + " " + FAMILIES.get(number / GIVEN_NAMES.size());
    }

    /** The identity of one of the viewer's facts. */
    FactId fact(String factId) {
        return new FactId(SubjectType.VIEWER, id, DemoPlatform.SOURCE, factId);
    }

    Habit habit() {
        return switch (number % 20) {
            case 0 -> Habit.DEVOTED;
            case 1, 2, 3, 4, 5, 6 -> Habit.STEADY;
            case 7, 8, 9, 10, 11 -> Habit.WEEKENDS;
            case 12, 13, 14, 15 -> Habit.NOW_AND_AGAIN;
            case 16, 17 -> Habit.WINTERS;
            default -> Habit.RARELY;
        };
    }

    /** Whether the viewer watches on a day. */
    boolean watches(LocalDate day, SeededRandom random) {
        boolean inTheMood = random.happens(habit().percent(day));
        if (number == GIVES_UP) {
            return Math.floorMod(day.toEpochDay(), 12) < 9;
        }
        return inTheMood && !isOnPause(day) && !isMissedByTheDevoted(day);
    }

    /** The first of the devoted misses nothing, the others two days in each stretch of their own. */
    private boolean isMissedByTheDevoted(LocalDate day) {
        int rank = number / 20;
        return habit() == Habit.DEVOTED && rank > 0 && Math.floorMod(day.toEpochDay() + 31L * rank, 97 + 40 * rank) < 2;
    }

    /** Whether the viewer watches around midnight. */
    boolean isUpLate() {
        return number % 9 == 4 && habit() != Habit.DEVOTED;
    }

    /** The home on a day: a few viewers move away in March and come back in September. */
    Home homeOn(LocalDate day) {
        int family = number / GIVEN_NAMES.size();
        boolean away = isMover() && day.getMonthValue() >= 3 && day.getMonthValue() < 9;
        return Home.ALL.get((away ? family + 5 : family) % Home.ALL.size());
    }

    private boolean isMover() {
        return number % 40 == 9;
    }

    private boolean takesPauses() {
        return number % 30 == 20;
    }

    /** The first day of the viewer's pause of the year. */
    private LocalDate pauseIn(int year) {
        return LocalDate.ofYearDay(year, 20 + number * 53 % 300);
    }

    private boolean isOnPause(LocalDate day) {
        LocalDate from = pauseIn(day.getYear());
        return takesPauses() && !day.isBefore(from) && day.isBefore(from.plusDays(PAUSE_DAYS));
    }

    /** The pause that the viewer declares on a day; none on most. */
    Stream<PauseFact> declares(LocalDate day) {
        LocalDate from = day.plusDays(DECLARED_BEFORE);
        return takesPauses() && from.equals(pauseIn(from.getYear()))
                ? Stream.of(new PauseFact(
                        fact("pause:" + from), homeOn(day).at(day, 12 * 60), from, from.plusDays(PAUSE_DAYS - 1L)))
                : Stream.empty();
    }

    /** The viewer's first home, and the one since the last move before {@code first}. */
    Stream<ViewerFact> arrives(LocalDate first, Instant ever) {
        LocalDate month = first.withDayOfMonth(1);
        LocalDate lastMove = IntStream.range(0, 13)
                .mapToObj(month::minusMonths)
                .filter(start -> isMovingMonth(start) && start.isBefore(first))
                .findFirst()
                .orElseThrow();
        Home home = homeOn(first.withDayOfYear(1));
        return Stream.concat(Stream.of(livesAt(home, "zone", ever)), moves(lastMove));
    }

    /** The viewer's move on a day; none on most. */
    Stream<ViewerFact> moves(LocalDate day) {
        Home home = homeOn(day);
        return isMover() && isMovingMonth(day) && day.getDayOfMonth() == 1
                ? Stream.of(livesAt(home, "zone:" + day, home.at(day, 0)))
                : Stream.empty();
    }

    private ViewerFact livesAt(Home home, String factId, Instant since) {
        return new ViewerFact(fact(factId), since, home.region(), name(number), id.replace('-', '.') + "@example.org");
    }

    private static boolean isMovingMonth(LocalDate day) {
        return day.getMonthValue() == 3 || day.getMonthValue() == 9;
    }

    /** Whether the viewer is ranked: a few do not want to be. */
    Stream<RankingChoiceFact> chooses(Instant ever) {
        return number % 60 == 33
                ? Stream.of(new RankingChoiceFact(fact("unlisted"), ever.plusSeconds(1), false))
                : Stream.empty();
    }
}
