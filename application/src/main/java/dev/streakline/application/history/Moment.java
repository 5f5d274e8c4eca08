package dev.streakline.application.history;

import java.time.Instant;

/** The moment that an answer is about. */
public sealed interface Moment {

    /** Now: every accepted fact counts, also one a few minutes ahead. */
    Moment LIVE = new Live();

    /** The answer for now. */
    record Live() implements Moment {}

    /** What was known at an instant: the facts up to and including it, and titles as known today (detail 13). */
    record AsOf(Instant instant) implements Moment {}
}
