package dev.streakline.application.fact;

import static java.util.Objects.requireNonNull;

import dev.streakline.application.fact.FactField.Mention;
import dev.streakline.domain.lifetime.InteractionKind;
import java.time.Instant;
import java.util.List;

/**
 * A viewer chatted, subscribed, cheered, gave a subscription or raided (section 2).
 *
 * @param id of a viewer
 * @param time when, at microseconds
 * @param channel an identifier
 * @param kind what it was
 * @param bits the amount of a cheer, 0 to 1,000,000,000; 0 for every other kind (details 65)
 */
public record InteractionFact(FactId id, Instant time, String channel, InteractionKind kind, long bits)
        implements Fact {

    private static final FactField<InteractionFact, String> CHANNEL = FactField.required(
                    Member.CHANNEL, ValueForm.text(TextRule.IDENTIFIER), InteractionFact::channel)
            .byKey(Mention.CHANNEL);
    private static final FactField<InteractionFact, InteractionKind> KIND = FactField.required(
                    Member.KIND,
                    ValueForm.word(InteractionFact::kindOf, InteractionKind::code, List.of(InteractionKind.values())),
                    InteractionFact::kind)
            .in("kind");
    private static final FactField<InteractionFact, Long> BITS = FactField.optional(
                    Member.BITS, ValueForm.number(NumberRule.BITS), InteractionFact::bits)
            .in("bits")
            .withDefault(0L, fact -> fact.kind() == InteractionKind.CHEER);

    static final FactSchema<InteractionFact> SCHEMA =
            FactSchema.of(InteractionFact.class, InteractionFact::of, List.of(CHANNEL, KIND, BITS));

    public InteractionFact {
        FactType.INTERACTION.check(id);
        time = Instants.requireInRange(time);
        CHANNEL.check(channel);
        requireNonNull(kind, "kind");
        BITS.check(bits);
        if (bits != 0) {
            requireBitsAllowed(kind);
        }
    }

    private static InteractionFact of(FactSchema.Values values) {
        InteractionKind kind = values.required(KIND);
        long bits = 0;
        if (values.has(BITS)) {
            requireBitsAllowed(kind);
            bits = values.required(BITS);
        }
        return new InteractionFact(values.id(), values.time(), values.required(CHANNEL), kind, bits);
    }

    @Override
    public FactType type() {
        return FactType.INTERACTION;
    }

    @Override
    public Moment moment() {
        return new Moment.AtInstant(time);
    }

    /** Throws when a fact of this kind has no bits, not even 0. */
    private static void requireBitsAllowed(InteractionKind kind) {
        if (kind != InteractionKind.CHEER) {
            throw new InvalidFactException(
                    RejectionCode.FIELD_EXCLUDED,
                    Member.BITS,
                    "is given and kind is " + kind.code() + "; only a cheer has bits. Omit it.");
        }
    }

    /** The kind of an interaction on the wire. */
    private static InteractionKind kindOf(String code) {
        return InteractionKind.ofCode(code)
                .orElseThrow(() -> new InvalidFactException(
                        RejectionCode.VALUE_UNKNOWN,
                        Member.KIND,
                        "is " + ErrorExcerpt.of(code) + "; it must be chat, subscription, cheer, gift or raid."));
    }
}
