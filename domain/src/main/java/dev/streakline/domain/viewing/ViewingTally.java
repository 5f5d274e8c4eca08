package dev.streakline.domain.viewing;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.catalogue.Titles;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up one viewer's sessions, in any order, into the viewing time of one window. */
public final class ViewingTally {

    private static final Comparator<BreakdownItem> MOST_SECONDS_FIRST = Comparator.comparingLong(BreakdownItem::seconds)
            .reversed()
            .thenComparing(BreakdownItem::name, NameIndex.CODE_POINT_ORDER);

    private final Window window;
    private final Titles titles;
    private final NameIndex platforms;
    private final LocalDate today;
    private final Window previous;
    private final long previousUntil;
    private final SortedMap<String, Long> byKind = new TreeMap<>(NameIndex.CODE_POINT_ORDER);
    private final SortedMap<String, Long> byGenre = new TreeMap<>(NameIndex.CODE_POINT_ORDER);
    private final SortedMap<String, Long> byPlatform = new TreeMap<>(NameIndex.CODE_POINT_ORDER);
    private final SortedMap<YearMonth, Long> byMonth = new TreeMap<>();
    private final ActivityCalendar.Builder days = new ActivityCalendar.Builder();
    private final DistinctTally seenTitles = new DistinctTally();
    private final DistinctTally seenShows = new DistinctTally();
    private final DistinctTally seenSessions = new DistinctTally();
    private int ownSessions;
    private int movies;
    private int episodes;
    private long seconds;
    private long estimatedSeconds;
    private long previousSeconds;

    /**
     * @param platforms the names of the platform keys
     * @param today the viewer's local day
     * @param latestClock the latest local clock that the viewer has seen, in microseconds since the local day
     *     1970-01-01 began: the window before is compared up to it (detail 168)
     */
    public ViewingTally(Window window, Titles titles, NameIndex platforms, LocalDate today, long latestClock) {
        this.window = window;
        this.titles = titles;
        this.platforms = platforms;
        this.today = today;
        this.previous = window.kind() == WindowKind.ALL ? window : window.previous();
        this.previousUntil = window.kind() == WindowKind.ALL ? 0 : window.previousUntil(latestClock);
    }

    /**
     * Adds a session.
     *
     * @param localClock its start on the local clock; the beginning of the day for a date-only one
     * @param title its key, or {@link Titles#NONE}
     * @param platform its key, or {@link NameIndex#NONE}
     * @param session the key that the slices of one sitting share, or {@link NameIndex#NONE} for a sitting of its own
     * @param stated the seconds it states, negative when it states none
     */
    public void add(long localClock, int title, int platform, int session, int stated) {
        int day = (int) Math.floorDiv(localClock, EpochMicros.PER_DAY);
        if (window.contains(day)) {
            count(day, title, platform, session, stated);
        } else if (previous.contains(day) && localClock <= previousUntil) {
            previousSeconds += titles.countedSeconds(title, stated);
        }
    }

    private void count(int day, int title, int platform, int session, int stated) {
        int counted = titles.countedSeconds(title, stated);
        seconds += counted;
        estimatedSeconds += stated < 0 ? counted : 0;
        days.add(day);
        if (session == NameIndex.NONE) {
            ownSessions++;
        } else {
            seenSessions.indexOf(session);
        }
        TitleKind kind = titles.kind(title);
        byKind.merge(kind.code(), (long) counted, Long::sum);
        byPlatform.merge(
                platform == NameIndex.NONE ? BreakdownItem.UNKNOWN : platforms.nameOf(platform),
                (long) counted,
                Long::sum);
        byMonth.merge(YearMonth.from(LocalDate.ofEpochDay(day)), (long) counted, Long::sum);
        split(counted, titles.genres(title));
        if (title != Titles.NONE && seenTitles.add(title)) {
            countTitle(kind, titles.show(title));
        }
    }

    private void split(int counted, int[] genres) {
        if (genres.length == 0) {
            byGenre.merge(BreakdownItem.UNKNOWN, (long) counted, Long::sum);
        }
        for (int i = 0; i < genres.length; i++) {
            int spare = i < counted % genres.length ? 1 : 0;
            byGenre.merge(titles.genreName(genres[i]), (long) counted / genres.length + spare, Long::sum);
        }
    }

    private void countTitle(TitleKind kind, int show) {
        if (kind == TitleKind.MOVIE) {
            movies++;
        } else if (kind == TitleKind.EPISODE) {
            episodes++;
            if (show != NameIndex.NONE) {
                seenShows.indexOf(show);
            }
        }
    }

    /** The viewing time of the sessions added. */
    public ViewingTime viewingTime() {
        List<ViewingTime.MonthTotal> months = new ArrayList<>();
        byMonth.forEach((month, total) -> months.add(new ViewingTime.MonthTotal(month, total)));
        return new ViewingTime(
                window,
                today,
                seconds,
                estimatedSeconds,
                ownSessions + seenSessions.size(),
                days.snapshot().size(),
                movies,
                seenShows.size(),
                episodes,
                shares(byKind),
                shares(byGenre),
                shares(byPlatform),
                months,
                window.kind() == WindowKind.ALL ? null : PeriodComparison.of(seconds, previousSeconds));
    }

    private static List<BreakdownItem> shares(SortedMap<String, Long> parts) {
        return parts.entrySet().stream()
                .map(part -> new BreakdownItem(part.getKey(), part.getValue()))
                .sorted(MOST_SECONDS_FIRST)
                .toList();
    }
}
