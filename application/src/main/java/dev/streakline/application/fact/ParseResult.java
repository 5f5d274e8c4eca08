package dev.streakline.application.fact;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came of reading one event: a fact, or the reason why it is none. */
public sealed interface ParseResult {

    /** The result of the case that applies. */
    <R extends @Nullable Object> R match(
            Function<? super Parsed, ? extends R> parsed, Function<? super Rejected, ? extends R> rejected);

    /**
     * The event is a fact.
     *
     * @param fact valid by itself; only the store knows whether its identity is new
     * @param digest of the event's content, distinguishes a duplicate from a conflict
     * @param declared whether the fact counts, or is known to be withdrawn
     */
    record Parsed(Fact fact, ContentDigest digest, DeclaredState declared) implements ParseResult {

        public Parsed {
            requireNonNull(fact, "fact");
            requireNonNull(digest, "digest");
            requireNonNull(declared, "declared");
        }

        /** A fact that counts. */
        public Parsed(Fact fact, ContentDigest digest) {
            this(fact, digest, DeclaredState.COUNTS);
        }

        /** Whether the event states that it is withdrawn. */
        public boolean isWithdrawn() {
            return declared == DeclaredState.WITHDRAWN;
        }

        @Override
        public <R extends @Nullable Object> R match(
                Function<? super Parsed, ? extends R> parsed, Function<? super Rejected, ? extends R> rejected) {
            return parsed.apply(this);
        }
    }

    /** The state that an event declares for its own fact. */
    enum DeclaredState {
        /** The fact counts. */
        COUNTS,
        /** {@code "withdrawn": true}: the identity is known and the fact does not count. */
        WITHDRAWN
    }

    /** The event is no fact, and {@code rejection} is the first fault found. */
    record Rejected(Rejection rejection) implements ParseResult {

        public Rejected {
            requireNonNull(rejection, "rejection");
        }

        @Override
        public <R extends @Nullable Object> R match(
                Function<? super Parsed, ? extends R> parsed, Function<? super Rejected, ? extends R> rejected) {
            return rejected.apply(this);
        }
    }
}
