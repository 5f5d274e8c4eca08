package dev.streakline.application.history;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The moment of an answer. */
public sealed interface AsOf {

    /** Now: every accepted fact counts, also one a few minutes ahead. */
    AsOf LIVE = new Live();

    /** The result of the case that applies: of an answer for now, or of one about the past. */
    <R extends @Nullable Object> R match(Supplier<? extends R> live, Function<? super Instant, ? extends R> at);

    /** Whether the answer is for now. */
    boolean isLive();

    /** The answer for now. */
    record Live() implements AsOf {

        @Override
        public <R extends @Nullable Object> R match(
                Supplier<? extends R> live, Function<? super Instant, ? extends R> at) {
            return live.get();
        }

        @Override
        public boolean isLive() {
            return true;
        }
    }

    /** What was known at an instant: the facts up to and including it, and titles as known today (detail 13). */
    record At(Instant instant) implements AsOf {

        @Override
        public <R extends @Nullable Object> R match(
                Supplier<? extends R> live, Function<? super Instant, ? extends R> at) {
            return at.apply(instant);
        }

        @Override
        public boolean isLive() {
            return false;
        }
    }
}
