package dev.streakline.application.fact;

import static java.util.Objects.requireNonNull;

import dev.streakline.domain.lifetime.InteractionKind;
import java.time.Instant;

/**
 * A viewer chatted, subscribed, cheered, gave a subscription or raided (section 2).
 *
 * @param id of a viewer
 * @param time when, at microseconds
 * @param channel an identifier
 * @param kind what it was
 * @param bits what he cheered with, 0 to 1,000,000,000; 0 for every other kind (details 65)
 */
public record InteractionFact(FactId id, Instant time, String channel, InteractionKind kind, long bits)
        implements Fact {

    public InteractionFact {
        FactType.INTERACTION.check(id);
        time = Instants.requireInRange(time);
        TextRule.IDENTIFIER.check(Member.CHANNEL, channel);
        requireNonNull(kind, "kind");
        NumberRule.BITS.check(Member.BITS, bits);
        if (bits != 0) {
            requireBitsAllowed(kind);
        }
    }

    @Override
    public FactType type() {
        return FactType.INTERACTION;
    }

    @Override
    public Moment moment() {
        return new Moment.AtInstant(time);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.interaction(this);
    }

    /** Throws when a fact of this kind has no bits, not even 0. */
    public static void requireBitsAllowed(InteractionKind kind) {
        if (kind != InteractionKind.CHEER) {
            throw new InvalidFactException(
                    RejectionCode.FIELD_EXCLUDED,
                    Member.BITS,
                    "is given and kind is " + kind.code() + "; only a cheer has bits. Leave it out.");
        }
    }

    /** The kind of an interaction on the wire. */
    public static InteractionKind kindOf(String code) {
        return InteractionKind.ofCode(code)
                .orElseThrow(() -> new InvalidFactException(
                        RejectionCode.VALUE_UNKNOWN,
                        Member.KIND,
                        "is " + ErrorExcerpt.of(code) + "; it must be chat, subscription, cheer, gift or raid."));
    }
}
