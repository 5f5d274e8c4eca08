package dev.streakline.application.memory;

import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.Reading;
import dev.streakline.application.fact.Verdict;
import dev.streakline.application.intake.FactLog;

/** A fact that was accepted, and whether it still counts. */
record StoredFact(Reading.Read read, FactLog.State state) {

    Fact fact() {
        return read.fact();
    }

    Verdict verdict(Reading.Read other) {
        if (state == FactLog.State.WITHDRAWN) {
            return Verdict.withdrawn();
        }
        return read.digest().equals(other.digest()) ? Verdict.duplicate() : Verdict.conflict();
    }
}
