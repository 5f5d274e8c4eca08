package dev.streakline.application.fact;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that a viewer did on a channel besides watching.
 *
 * @param channel where
 * @param kind what
 * @param bits how much he cheered with, 0 to 1,000,000,000; 0 for every other kind (detail 65)
 */
public record InteractionFact(FactId id, Instant time, String channel, Kind kind, long bits) implements Fact {

    static final long MOST_BITS = 1_000_000_000;

    /**
     * @throws IllegalArgumentException for bits out of bounds, or on another kind than a cheer
     */
    public InteractionFact {
        Texts.requireIdentifier("channel", channel);
        Texts.requireBetween("bits", bits, 0, kind == Kind.CHEER ? MOST_BITS : 0);
    }

    /** The kinds of interaction. */
    public enum Kind {
        /** A chat message. */
        CHAT("chat"),
        /** A subscription of his own. */
        SUBSCRIPTION("subscription"),
        /** A cheer, with bits. */
        CHEER("cheer"),
        /** A subscription given to somebody else. */
        GIFT("gift"),
        /** A raid. */
        RAID("raid");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The name in events. */
        public String code() {
            return code;
        }

        /** The kind of this name; empty when there is none. */
        public static Optional<Kind> ofCode(String code) {
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }
}
