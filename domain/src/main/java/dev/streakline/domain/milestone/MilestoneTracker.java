package dev.streakline.domain.milestone;

import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.Precision;
import java.util.List;

/** Climbs one ladder as its value rises, step of event time by step, and notes when each rung is crossed. */
public final class MilestoneTracker {

    private final Ladder ladder;
    private int rung;
    private long nextThreshold;

    /** A tracker before the first rung. */
    public MilestoneTracker(Ladder ladder) {
        this.ladder = ladder;
        clear();
    }

    /** What the ladder measures. */
    public Measure measure() {
        return ladder.measure();
    }

    /**
     * Sets the value after all facts of one instant. All rungs crossed in one step are achieved at that instant.
     *
     * @param at microseconds since 1970
     * @param achievements takes the rungs crossed
     */
    public void advanceTo(long value, long at, Precision precision, List<Achievement> achievements) {
        while (value >= nextThreshold) {
            achievements.add(
                    new Achievement(ladder.measure(), ladder.rungs().get(rung), EpochMicros.toInstant(at), precision));
            rung++;
            nextThreshold = thresholdOf(rung);
        }
    }

    private long thresholdOf(int index) {
        return index < ladder.rungs().size() ? ladder.rungs().get(index).threshold() : Long.MAX_VALUE;
    }

    /** Returns to before the first rung, for the next viewer. */
    public void clear() {
        rung = 0;
        nextThreshold = thresholdOf(0);
    }
}
