package dev.streakline.domain.streak;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.LocalDayClock;
import dev.streakline.domain.calendar.Run;
import dev.streakline.domain.calendar.ZoneTimeline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One viewer's qualified days and the gaps that may be forgiven: everything that determines their streak at an instant.
 * Has no clock and nothing that goes stale with time (specification, section 4).
 *
 * <p>Example: qualified on 1, 2 and 3 May, UTC. At noon of the 3rd the streak is {@code ACTIVE}, 3 days; at noon of the
 * 4th {@code AT_RISK}, 3 days, and expires at 2024-05-05T00:00Z; from then on it is {@code BROKEN}, 0 days, longest 3.
 */
public final class StreakHistory {

    private final StreakPolicy policy;
    private final LocalDayClock days;
    private final ActivityCalendar qualified;
    private final @Nullable LocalDate lastWatched;
    private final ActivityCalendar paused;
    private final ActivityCalendar bridges;
    private final LatestDay latest;

    /**
     * @param qualified the local days on which enough was watched
     * @param lastWatched the last local day with any session
     * @param paused the days that pauses cover ({@link Pauses#of})
     * @param latest the latest local days of the viewer's facts
     */
    public StreakHistory(
            StreakPolicy policy,
            LocalDayClock days,
            ActivityCalendar qualified,
            @Nullable LocalDate lastWatched,
            ActivityCalendar paused,
            LatestDay latest) {
        this(policy, days, qualified, lastWatched, paused, paused.union(days.skippedDays()), latest);
    }

    private StreakHistory(
            StreakPolicy policy,
            LocalDayClock days,
            ActivityCalendar qualified,
            @Nullable LocalDate lastWatched,
            ActivityCalendar paused,
            ActivityCalendar bridges,
            LatestDay latest) {
        this.policy = policy;
        this.days = days;
        this.qualified = qualified;
        this.lastWatched = lastWatched;
        this.paused = paused;
        this.bridges = bridges;
        this.latest = latest;
    }

    /**
     * The streaks of this viewer over other days, as on one channel. Their pauses bridge and their today is the same;
     * freezes and the minimum do not apply (detail 33).
     */
    public StreakHistory forActivity(ActivityCalendar active) {
        LocalDate last = active.isEmpty() ? null : LocalDate.ofEpochDay(active.last());
        return new StreakHistory(StreakPolicy.DEFAULT, days, active, last, paused, bridges, latest);
    }

    /** The days on which enough was watched. */
    public ActivityCalendar qualified() {
        return qualified;
    }

    /** The last local day with any session; absent when there is none. */
    public @Nullable LocalDate lastWatched() {
        return lastWatched;
    }

    /** The days that pauses cover. */
    public ActivityCalendar paused() {
        return paused;
    }

    /** The latest local day of the viewer's facts, as it rose. */
    public LatestDay latest() {
        return latest;
    }

    /** The local days of the viewer. */
    public LocalDayClock days() {
        return days;
    }

    /** The zones that the viewer has lived in. */
    public ZoneTimeline zones() {
        return days.zones();
    }

    /** The longest run ever; of equally long ones the later. */
    public Optional<Run> longest() {
        return qualified.longestRun(bridges.union(scanTo(Integer.MAX_VALUE).frozen()));
    }

    /** The current run at an instant: it reaches today or, today being unfinished, yesterday. */
    public Optional<Run> currentRun(Instant now) {
        int today = today(now);
        return currentRun(today, frozenBefore(today).frozen());
    }

    /**
     * The first local day on which the run current on a day is broken if nothing more is watched, ignoring freezes;
     * {@link Integer#MAX_VALUE} when there is none.
     *
     * @param today in days since 1970-01-01
     */
    public int breakDay(int today) {
        return currentRun(today, ActivityCalendar.EMPTY).isEmpty()
                ? Integer.MAX_VALUE
                : qualified.nextAbsent(today, bridges) + 1;
    }

    private Optional<Run> currentRun(int today, ActivityCalendar frozen) {
        return qualified.runEndingAt(qualified.contains(today) ? today : today - 1, bridges.union(frozen));
    }

    /** The streak at an instant. */
    public Streak at(Instant now) {
        int today = today(now);
        return onDay(today, expiresAt(today, now));
    }

    /** The streak while today is this day, except for when it expires. */
    private Streak onDay(int today, @Nullable Instant expiresAt) {
        StreakScan walk = frozenBefore(today);
        int tokens = walk.tokens();
        ActivityCalendar frozen = walk.frozen();
        Optional<Run> living = currentRun(today, frozen);
        return new Streak(
                state(today, living.isPresent(), frozen),
                living.map(Run::length).orElse(0),
                living.map(Run::start).orElse(null),
                longest().orElse(null),
                lastWatched,
                living.isPresent() ? expiresAt : null,
                tokens);
    }

    /** When the run current at an instant of this day ends if nothing more is watched. */
    private Instant expiresAt(int today, Instant now) {
        return days.endOf(LocalDate.ofEpochDay(qualified.nextAbsent(today, bridges)), now);
    }

    private StreakState state(int today, boolean lives, ActivityCalendar frozen) {
        if (qualified.floor(today) == Integer.MIN_VALUE) {
            return StreakState.NONE;
        } else if (qualified.contains(today)) {
            return StreakState.ACTIVE;
        } else if (!lives) {
            return StreakState.BROKEN;
        } else if (paused.contains(today)) {
            return StreakState.PAUSED;
        } else if (frozen.contains(today - 1)) {
            return StreakState.FROZEN;
        } else {
            return StreakState.AT_RISK;
        }
    }

    /** The scan up to the beginning of a day, with the tokens that the missed days before it cost. */
    private StreakScan frozenBefore(int day) {
        StreakScan walk = scanTo(day);
        if (!walk.isPast(day)) {
            walk.bridgeGapBefore(day);
        }
        return walk;
    }

    /** The scan of the qualified days up to and including one; without freezes no scan is needed. */
    private StreakScan scanTo(int day) {
        StreakScan walk = new StreakScan(policy, bridges);
        if (policy.freezeCap() > 0 && !qualified.isEmpty()) {
            qualified
                    .subsetClosed(qualified.first(), Math.min(day, qualified.last()))
                    .forEach(walk::qualify);
        }
        return walk;
    }

    /**
     * Today: the later of the local day of {@code now} and the latest local day of the viewer's facts up to now. So a
     * flight to the west does not set the day back (detail 7).
     */
    public LocalDate todayAt(Instant now) {
        return LocalDate.ofEpochDay(today(now));
    }

    private int today(Instant now) {
        long at = EpochMicros.of(now);
        return Math.max(days.dayOf(at), latest.upTo(at));
    }

    /**
     * The first instant after {@code now} at which {@link #at} differs without any new fact; empty when it never will
     * (detail 21).
     */
    public Optional<Instant> nextChangeAt(Instant now) {
        Streak current = at(now);
        int last = horizon(current, today(now));
        // There may be many moves ahead, but they lead to few days: each day is evaluated once.
        Map<Integer, Boolean> differs = new HashMap<>();
        Instant next = now;
        for (int today = today(now); today <= last; today = today(next)) {
            next = days.nextDayChange(next);
            int then = today(next);
            if (expires(current, then, next)
                    || differs.computeIfAbsent(
                            then, day -> !onDay(day, current.expiresAt()).equals(current))) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    /** Whether a current streak would expire at another instant. */
    private boolean expires(Streak current, int today, Instant now) {
        return current.expiresAt() != null && !current.expiresAt().equals(expiresAt(today, now));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StreakHistory that
                && policy.equals(that.policy)
                && days.equals(that.days)
                && qualified.equals(that.qualified)
                && Objects.equals(lastWatched, that.lastWatched)
                && paused.equals(that.paused)
                && latest.equals(that.latest);
    }

    @Override
    public int hashCode() {
        return Objects.hash(policy, days, qualified, lastWatched, paused, latest);
    }

    /**
     * The last day on which the answer can still change: after it no day qualifies, no run is current and nothing
     * bridges.
     */
    private int horizon(Streak current, int today) {
        int last = qualified.isEmpty() || qualified.last() <= today ? Integer.MIN_VALUE : qualified.last();
        if (current.current() > 0) {
            last = Math.max(last, bridges.isEmpty() ? today : Math.max(today, bridges.last()));
            last += policy.freezeCap() + 1;
        }
        return last;
    }
}
