package dev.streakline.application.memory;

import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.intake.FactLog;

/** An accepted fact, and whether it is still active. */
record MemoryFact(ParseResult.Parsed parsed, FactLog.FactState state) {

    Fact fact() {
        return parsed.fact();
    }

    IngestResult verdict(ParseResult.Parsed other) {
        if (state == FactLog.FactState.WITHDRAWN) {
            return IngestResult.withdrawn();
        }
        return parsed.digest().equals(other.digest()) ? IngestResult.duplicate() : IngestResult.conflict();
    }
}
