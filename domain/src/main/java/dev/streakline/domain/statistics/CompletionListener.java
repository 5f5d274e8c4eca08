package dev.streakline.domain.statistics;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.history.Completed;
import dev.streakline.domain.viewing.CompletionPolicy;
import dev.streakline.domain.viewing.CompletionTally;

/** Follows how much of each title was watched. */
final class CompletionListener implements FoldListener {

    private final CompletionTally tally;

    CompletionListener(Titles titles, CompletionPolicy policy) {
        this.tally = new CompletionTally(titles, policy);
    }

    @Override
    public void begin(ActivityCalendar bridges) {
        tally.clear();
    }

    @Override
    public void addPlay(FactCursor fact) {
        boolean isUnknown = fact.isLengthUnknown();
        Completed completed = fact.completed();
        if (completed == Completed.YES || (isUnknown && completed == Completed.UNSPECIFIED)) {
            tally.markCompleted(fact.title());
        } else if (fact.hasRange()) {
            tally.addRange(fact.title(), fact.rangeFrom(), fact.rangeTo());
        } else if (!isUnknown) {
            tally.addSeconds(fact.title(), fact.stated());
        }
    }

    CompletionTally tally() {
        return tally;
    }
}
