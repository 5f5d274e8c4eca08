package dev.streakline.application.fact;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The zone that a viewer lives in from {@code time} on, and what he is called (section 2, details 63 and 67).
 *
 * @param id of a viewer
 * @param time since when he lives there, at microseconds
 * @param zone a region of the running time-zone data whose id has a slash, such as {@code Europe/Berlin} or
 *     {@code Etc/GMT+5}, or {@code UTC}; never an offset, and never a region of {@code SystemV}, which only Java knows
 * @param name free text of at most 1000 code points
 * @param email free text of at most 320 code points
 */
public record ViewerFact(
        FactId id,
        Instant time,
        ZoneId zone,
        @Nullable String name,
        @Nullable String email) implements Fact {

    public ViewerFact {
        FactType.VIEWER_DETAILS.check(id);
        time = Instants.kept(time);
        Zones.check(zone.getId());
        TextRule.NAME.checkOptional(Member.NAME, name);
        TextRule.EMAIL.checkOptional(Member.EMAIL, email);
    }

    @Override
    public FactType type() {
        return FactType.VIEWER_DETAILS;
    }

    @Override
    public Moment moment() {
        return new Moment.At(time);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.viewer(this);
    }
}
