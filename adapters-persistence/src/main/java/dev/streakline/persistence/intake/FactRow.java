package dev.streakline.persistence.intake;

import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.persistence.name.Digest;
import dev.streakline.persistence.name.FactKey;
import dev.streakline.persistence.name.Keys;
import java.util.UUID;

/**
 * A fact as a row of its table.
 *
 * @param content distinguishes a duplicate from a conflict
 * @param keys of the names that the fact mentions
 */
record FactRow(FactKey key, UUID content, Fact fact, Keys keys) {

    static FactRow of(ParseResult.Parsed parsed, Keys keys) {
        return new FactRow(keys.factKey(parsed.fact().id()), Digest.content(parsed.digest()), parsed.fact(), keys);
    }

    long subjectKey() {
        return key.subjectKey();
    }
}
