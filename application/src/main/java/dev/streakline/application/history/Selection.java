package dev.streakline.application.history;

import dev.streakline.application.fact.ViewerId;
import java.time.Instant;

/** Which viewers to fold. */
public sealed interface Selection {

    /** One viewer, whether marked or not. */
    record One(ViewerId viewer) implements Selection {}

    /** The viewers with a mark, and those whose statistics time alone has changed by {@code now}. */
    record Due(Instant now) implements Selection {}

    /** Everybody. */
    record All() implements Selection {}
}
