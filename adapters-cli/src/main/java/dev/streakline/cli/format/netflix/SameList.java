package dev.streakline.cli.format.netflix;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A short list of Netflix compared with the known plays of such lists. Netflix translates titles when a list is
 * downloaded and renames some, so that titles alone do not show whether a play is known (detail 164). If the days that
 * both lists span have the same numbers of plays, the plays are the same.
 */
public final class SameList {
    /** The titles of a list that has nothing to do with what is known. */
    private static final SameList NONE = new SameList(Map.of(), 0, 0);

    private final Map<LocalDate, List<String>> knownTitles;
    private final int plays;
    private final int sameTitles;

    private SameList(Map<LocalDate, List<String>> knownTitles, int plays, int sameTitles) {
        this.knownTitles = knownTitles;
        this.plays = plays;
        this.sameTitles = sameTitles;
    }

    /**
     * Compares a list with the known plays.
     *
     * <p>The last day that both span may have fewer plays in one of them, which may have been downloaded in the middle
     * of it; its titles are not compared then.
     *
     * @param list titles by day
     */
    static SameList of(Map<LocalDate, List<String>> list, Map<LocalDate, List<String>> known) {
        if (list.isEmpty() || known.isEmpty()) {
            return NONE;
        }
        NavigableSet<LocalDate> days = new TreeSet<>(list.keySet());
        NavigableSet<LocalDate> knownDays = new TreeSet<>(known.keySet());
        LocalDate first = days.first().isAfter(knownDays.first()) ? days.first() : knownDays.first();
        LocalDate last = days.last().isBefore(knownDays.last()) ? days.last() : knownDays.last();
        days.addAll(knownDays);
        Map<LocalDate, List<String>> shared = new HashMap<>();
        int plays = 0;
        int sameTitles = 0;
        for (LocalDate day : first.isAfter(last) ? List.<LocalDate>of() : days.subSet(first, true, last, true)) {
            List<String> titles = list.getOrDefault(day, List.of());
            List<String> others = known.getOrDefault(day, List.of());
            if (titles.size() == others.size()) {
                shared.put(day, new ArrayList<>(others));
                plays += titles.size();
                List<String> left = new ArrayList<>(others);
                sameTitles += (int) titles.stream().filter(left::remove).count();
            } else if (!day.equals(last)) {
                return NONE;
            }
        }
        return new SameList(shared, plays, sameTitles);
    }

    /** Whether the list is a known one with other titles for most of its plays. */
    boolean isInAnotherLanguage() {
        return plays > 0 && 2 * sameTitles < plays;
    }

    /** Whether the next play of a day and title is known under another title; call exactly once for every play. */
    boolean isUnderAnotherTitle(LocalDate day, String title) {
        List<String> titles = knownTitles.get(day);
        return titles != null && !titles.remove(title);
    }
}
