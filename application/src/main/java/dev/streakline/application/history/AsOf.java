package dev.streakline.application.history;

import java.time.Instant;

/** The moment that an answer is about. */
public sealed interface AsOf {

    /** Now: every accepted fact counts, also one a few minutes ahead. */
    AsOf LIVE = new Live();

    /** The answer for now. */
    record Live() implements AsOf {}

    /** What was known at an instant: the facts up to and including it, and titles as known today (detail 13). */
    record At(Instant instant) implements AsOf {}
}
