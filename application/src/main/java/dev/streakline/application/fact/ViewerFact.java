package dev.streakline.application.fact;

import dev.streakline.domain.calendar.ZoneTimeline.ZoneChange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The zone that a viewer lives in from {@code time} on, and what they are called (section 2, details 63 and 67). At least
 * one of the three is there.
 *
 * @param id of a viewer
 * @param time since when it holds, at microseconds
 * @param zone a region of the running time-zone data whose id has a slash, such as {@code Europe/Berlin} or
 *     {@code Etc/GMT+5}, or {@code UTC}; never an offset, and never a region of {@code SystemV}, which only Java knows; a fact without one says nothing about zones
 * @param name free text of at most 1000 code points
 * @param email free text of at most 320 code points
 */
public record ViewerFact(
        FactId id,
        Instant time,
        @Nullable ZoneId zone,
        @Nullable String name,
        @Nullable String email) implements Fact {

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
        TextRule.NAME.checkOptional(Member.NAME, name);
        TextRule.EMAIL.checkOptional(Member.EMAIL, email);
    }

    /** What it says about zones; empty when it says nothing about them. */
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

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.viewer(this);
    }
}
