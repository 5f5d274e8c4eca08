package dev.streakline.application.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes typed members out of one JSON object, and throws {@link InvalidFactException} with the pointer of the member where one
 * is missing or is not of its type. Nothing here descends: what is nested deeper than a list is refused by its type.
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
        KnownMembers known = KnownMembers.of(type);
        for (Map.Entry<?, ?> member : data.entrySet()) {
            if (!(member.getKey() instanceof String name)) {
                throw new InvalidFactException(
                        RejectionCode.WRONG_TYPE,
                        Member.DATA,
                        "has a member whose name is " + ErrorExcerpt.of(member.getKey()) + "; names must be text.");
            }
            if (!known.contain(name)) {
                throw new InvalidFactException(
                        RejectionCode.FIELD_UNKNOWN,
                        Member.DATA.inside(name),
                        "is not a member of the data of " + type.code() + ", which may have " + known
                                + ". Correct or remove it.");
            }
            if (member.getValue() == null) {
                throw new InvalidFactException(
                        RejectionCode.WRONG_TYPE,
                        Member.DATA.inside(name),
                        "is null; leave the member out where nothing is known.");
            }
        }
        return new Members(data);
    }

    public boolean has(Member member) {
        return values.get(member.label()) != null;
    }

    public Object value(Member member) {
        Object value = values.get(member.label());
        if (value == null) {
            throw missing(member, "this event needs it");
        }
        return value;
    }

    /** A text of any form: what it may hold is for the fact to say. */
    public String text(Member member) {
        Object value = value(member);
        if (value instanceof String text) {
            return text;
        }
        throw InvalidFactException.wrongType(member, value, "a text");
    }

    @Nullable
    public String optionalText(Member member) {
        return has(member) ? text(member) : null;
    }

    public long number(Member member, NumberRule rule) {
        return rule.read(member, value(member));
    }

    /**
     * Returns the value of a number member, or null where it is absent.
     *
     * @param rule with bounds within the range of an {@code int}
     */
    @Nullable
    public Integer optionalInt(Member member, NumberRule rule) {
        return has(member) ? Integer.valueOf(Math.toIntExact(number(member, rule))) : null;
    }

    public boolean flag(Member member) {
        Object value = value(member);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw InvalidFactException.wrongType(member, value, "true or false");
    }

    @Nullable
    public Boolean optionalFlag(Member member) {
        return has(member) ? Boolean.valueOf(flag(member)) : null;
    }

    public LocalDate date(Member member) {
        return LocalDates.read(member, text(member));
    }

    /** The positions {@code from} and {@code to}, of which both or none are given (details 59). */
    @Nullable
    public Range optionalRange() {
        if (!has(Member.FROM) && !has(Member.TO)) {
            return null;
        }
        if (!has(Member.FROM)) {
            throw missing(Member.FROM, "it goes with to, both or none");
        }
        if (!has(Member.TO)) {
            throw missing(Member.TO, "it goes with from, both or none");
        }
        return new Range(number(Member.FROM, NumberRule.POSITION), number(Member.TO, NumberRule.POSITION));
    }

    /** The texts of a list, in its order; none where the member is absent. */
    public List<String> texts(Member member) {
        if (!has(member)) {
            return List.of();
        }
        Object value = value(member);
        if (!(value instanceof List<?> elements)) {
            throw InvalidFactException.wrongType(member, value, "a list of texts");
        }
        List<String> texts = new ArrayList<>(elements.size());
        for (Object element : elements) {
            if (!(element instanceof String text)) {
                throw wrongElement(member.element(texts.size()), element);
            }
            texts.add(text);
        }
        return texts;
    }

    private static InvalidFactException wrongElement(FieldLocation location, @Nullable Object element) {
        return new InvalidFactException(
                RejectionCode.WRONG_TYPE, location, "is " + ErrorExcerpt.of(element) + "; it must be a text.");
    }

    private static InvalidFactException missing(Member member, String because) {
        return new InvalidFactException(RejectionCode.FIELD_MISSING, member, "is missing; " + because + ". Add it.");
    }
}
