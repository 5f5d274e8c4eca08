package dev.streakline.domain.history;

import dev.streakline.domain.calendar.Run;
import dev.streakline.domain.milestone.Achievement;
import dev.streakline.domain.streak.Streak;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Statistics in words, so that both implementations are compared by what they say. */
final class Words {

    private Words() {}

    static String streak(
            String state,
            int current,
            @Nullable LocalDate start,
            int longest,
            @Nullable LocalDate longestStart,
            @Nullable LocalDate longestEnd,
            @Nullable LocalDate lastWatched,
            @Nullable Instant expiresAt,
            int freezes) {
        return state + " " + current + " from " + start + ", longest " + longest + " from " + longestStart + " to "
                + longestEnd + ", last " + lastWatched + ", expires " + expiresAt + ", freezes " + freezes;
    }

    static String of(Streak streak) {
        Run longest = streak.longest();
        return streak(
                streak.state().name(),
                streak.current(),
                streak.start(),
                longest == null ? 0 : longest.length(),
                longest == null ? null : longest.start(),
                longest == null ? null : longest.end(),
                streak.lastWatched(),
                streak.expiresAt(),
                streak.freezes());
    }

    static Set<String> of(List<Achievement> achievements) {
        Set<String> words = new TreeSet<>();
        achievements.forEach(each -> words.add(
                each.measure() + " " + each.rung().threshold() + " " + each.achievedAt() + " " + each.precision()));
        return words;
    }
}
