package dev.streakline.application.fact;

import dev.streakline.domain.calendar.ZoneTimeline.ZoneChange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The zone that a viewer lives in from {@code time} on, and what they are called (section 2, details 63 and 67). At
 * least one of the three is there.
 *
 * @param id of a viewer
 * @param time from when on it applies, at microseconds
 * @param zone a region of the running time-zone data whose id has a slash, such as {@code Europe/Berlin} or
 *     {@code Etc/GMT+5}, or {@code UTC}. Never an offset, and never a region of {@code SystemV}, which only Java knows.
 *     A fact without one states nothing about zones
 * @param name free text of at most 1000 code points
 * @param email free text of at most 320 code points
 */
public record ViewerFact(
        FactId id,
        Instant time,
        @Nullable ZoneId zone,
        @Nullable String name,
        @Nullable String email) implements Fact {

    private static final FactField<ViewerFact, ZoneId> ZONE = FactField.optional(
                    Member.ZONE,
                    ValueForm.code(Zones::read, ZoneId::getId, TextRule.IDENTIFIER.jsonSchema()),
                    ViewerFact::zone)
            .in("zone");
    private static final FactField<ViewerFact, String> NAME = FactField.optional(
                    Member.NAME, ValueForm.text(TextRule.NAME), ViewerFact::name)
            .in("display_name");
    private static final FactField<ViewerFact, String> EMAIL = FactField.optional(
                    Member.EMAIL, ValueForm.text(TextRule.EMAIL), ViewerFact::email)
            .in("email");

    static final FactSchema<ViewerFact> SCHEMA =
            FactSchema.of(ViewerFact.class, ViewerFact::of, List.of(ZONE, NAME, EMAIL));

    public ViewerFact {
        FactType.VIEWER_DETAILS.check(id);
        time = Instants.requireInRange(time);
        if (zone == null && name == null && email == null) {
            throw new InvalidFactException(
                    RejectionCode.FIELD_MISSING,
                    Member.DATA,
                    "is empty; it must have at least one of zone, name and email.");
        }
        if (zone != null) {
            Zones.check(zone.getId());
        }
        NAME.check(name);
        EMAIL.check(email);
    }

    private static ViewerFact of(FactSchema.Values values) {
        return new ViewerFact(
                values.id(), values.time(), values.optional(ZONE), values.optional(NAME), values.optional(EMAIL));
    }

    /** The zone change that it states; empty when it states nothing about zones. */
    public Optional<ZoneChange> zoneChange() {
        return Optional.ofNullable(zone).map(its -> new ZoneChange(time, its));
    }

    @Override
    public FactType type() {
        return FactType.VIEWER_DETAILS;
    }

    @Override
    public Moment moment() {
        return new Moment.AtInstant(time);
    }
}
