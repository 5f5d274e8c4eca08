package dev.streakline.application.fact;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes typed members out of one JSON object. Throws {@link InvalidFactException} with the pointer of a member that is
 * missing or of the wrong type. Does not descend: anything nested deeper than a list is refused by its type.
 */
public final class Members {

    private final Map<?, ?> values;

    private Members(Map<?, ?> values) {
        this.values = values;
    }

    /** The context attributes of an event. Unknown ones are ignored, and null is absent, as CloudEvents has it. */
    public static Members ofContext(Map<String, ?> event) {
        return new Members(event);
    }

    /** The members of {@code data}, all of which the type knows, and none of which is null. */
    public static Members ofData(Map<?, ?> data, FactType type) {
        type.schema().requireKnown(type, data);
        return new Members(data);
    }

    public boolean has(Member member) {
        return find(member) != null;
    }

    /** The value of a member; null when it is absent. */
    public @Nullable Object find(Member member) {
        return values.get(member.label());
    }

    public Object value(Member member) {
        Object value = find(member);
        if (value == null) {
            throw missing(member, "this event needs it");
        }
        return value;
    }

    /** A text of any form; the fact checks its content. */
    public String text(Member member) {
        return ValueForm.readText(member, value(member));
    }

    @Nullable
    public Boolean optionalFlag(Member member) {
        Object value = find(member);
        return value == null ? null : ValueForm.readFlag(member, value);
    }

    public LocalDate date(Member member) {
        return LocalDates.read(member, text(member));
    }

    static InvalidFactException missing(Member member, String because) {
        return new InvalidFactException(RejectionCode.FIELD_MISSING, member, "is missing; " + because + ". Add it.");
    }
}
