package dev.streakline.application.fact;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, taken out one by one as what they must be. Each method refuses with a pointer to the
 * member, a reason and what would be right; {@code null} stands for nothing and is refused.
 */
final class Members {

    private static final int TIME_OF_DAY_ENDS = 19;
    private static final String INSTANT_FORM = "an RFC 3339 instant with an offset, such as 2024-05-01T20:15:00Z";

    private final Map<?, ?> members;
    private final String path;
    private final List<String> known = new ArrayList<>(12);

    /**
     * @param path the JSON Pointer of the object; empty for the event itself
     */
    Members(Map<?, ?> members, String path) {
        this.members = members;
        this.path = path;
    }

    private @Nullable Object take(String name) {
        known.add(name);
        Object value = members.get(name);
        if (value == null && members.containsKey(name)) {
            throw refuse(RejectionCode.WRONG_TYPE, name, "is null; leave it out or give it a value");
        }
        return value;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw refuse(RejectionCode.FIELD_MISSING, name, "is missing; it is required here");
        }
        return value;
    }

    @Nullable
    String string(String name) {
        Object value = take(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw refuse(RejectionCode.WRONG_TYPE, name, "must be a string, but is " + shown(value));
    }

    @Nullable
    String identifier(String name) {
        String text = string(name);
        if (text != null && !Texts.isIdentifier(text)) {
            throw refuse(
                    RejectionCode.TEXT_INVALID,
                    name,
                    "must be 1 to " + Texts.LONGEST_IDENTIFIER + " characters without control characters, but is "
                            + Texts.shown(text));
        }
        return text;
    }

    @Nullable
    String text(String name, int most) {
        String text = string(name);
        if (text != null && !Texts.isText(text, most)) {
            throw refuse(
                    RejectionCode.TEXT_INVALID,
                    name,
                    "must be 1 to " + most + " characters without U+0000 and lone surrogates, but is "
                            + Texts.shown(text));
        }
        return text;
    }

    /** A list of texts; empty when it is not there. */
    List<String> texts(String name, int mostTexts, int most) {
        Object value = take(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw refuse(RejectionCode.WRONG_TYPE, name, "must be a list of strings, but is " + shown(value));
        }
        if (list.size() > mostTexts) {
            throw refuse(
                    RejectionCode.OUT_OF_RANGE, name, "must hold at most " + mostTexts + ", but holds " + list.size());
        }
        List<String> texts = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof String text)) {
                throw refuseItem(RejectionCode.WRONG_TYPE, name, i, "must be a string, but is " + shown(list.get(i)));
            }
            if (!Texts.isText(text, most)) {
                throw refuseItem(
                        RejectionCode.TEXT_INVALID,
                        name,
                        i,
                        "must be 1 to " + most + " characters without U+0000 and lone surrogates, but is "
                                + Texts.shown(text));
            }
            texts.add(text);
        }
        return texts;
    }

    @Nullable
    Boolean truth(String name) {
        Object value = take(name);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        throw refuse(RejectionCode.WRONG_TYPE, name, "must be true or false, but is " + shown(value));
    }

    /** A whole number; {@code 60.0} is one. */
    @Nullable
    Long whole(String name, long least, long most) {
        Object value = take(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Number number)) {
            throw refuse(RejectionCode.WRONG_TYPE, name, "must be a whole number, but is " + shown(value));
        }
        long whole = number instanceof Integer || number instanceof Long ? number.longValue() : exact(name, number);
        if (whole < least || whole > most) {
            throw refuse(
                    RejectionCode.OUT_OF_RANGE, name, "must be from " + least + " to " + most + ", but is " + number);
        }
        return whole;
    }

    /** Looks at the size of a number before it is written out, so that 1e999999999 costs nothing. */
    private long exact(String name, Number number) {
        try {
            return new BigDecimal(number.toString()).longValueExact();
        } catch (NumberFormatException e) {
            throw refuse(RejectionCode.WRONG_TYPE, name, "must be a whole number, but is " + shown(number));
        } catch (ArithmeticException e) {
            throw refuse(
                    RejectionCode.WRONG_TYPE,
                    name,
                    "must be a whole number of reasonable size, but is " + shown(number));
        }
    }

    @Nullable
    Integer wholeInt(String name, int least, int most) {
        Long whole = whole(name, least, most);
        return whole == null ? null : Math.toIntExact(whole);
    }

    /** An instant, cut to the microsecond. */
    @Nullable
    Instant instant(String name) {
        String text = string(name);
        if (text == null) {
            return null;
        }
        if (text.length() <= TIME_OF_DAY_ENDS || text.charAt(16) != ':') {
            throw refuse(RejectionCode.WRONG_TYPE, name, "must be " + INSTANT_FORM + ", but is " + Texts.shown(text));
        }
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw refuse(RejectionCode.WRONG_TYPE, name, "must be " + INSTANT_FORM + ", but is " + Texts.shown(text));
        }
    }

    @Nullable
    LocalDate date(String name) {
        String text = string(name);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refuse(
                    RejectionCode.WRONG_TYPE, name, "must be a date such as 2024-05-01, but is " + Texts.shown(text));
        }
    }

    /** Refuses the first member that nobody asked for. */
    void refuseOthers() {
        for (Object name : members.keySet()) {
            if (!known.contains(String.valueOf(name))) {
                throw refuse(
                        RejectionCode.FIELD_UNKNOWN,
                        String.valueOf(name),
                        "is not a member of this type; the members are " + String.join(", ", known));
            }
        }
    }

    Refusal refuse(RejectionCode code, String name, String reason) {
        return refuseAt(code, path + "/" + name.replace("~", "~0").replace("/", "~1"), name, reason);
    }

    private Refusal refuseItem(RejectionCode code, String list, int index, String reason) {
        return refuseAt(code, path + "/" + list + "/" + index, list + "[" + index + "]", reason);
    }

    private static Refusal refuseAt(RejectionCode code, String pointer, String name, String reason) {
        String quoted = Texts.shown(name);
        return new Refusal(code, pointer, quoted.substring(1, quoted.length() - 1) + " " + reason);
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof Map) {
            return "an object";
        } else if (value instanceof List) {
            return "a list";
        } else if (value == null) {
            return "null";
        }
        return value instanceof String text
                ? Texts.shown(text)
                : Texts.shown(value.toString()).replace("\"", "");
    }
}
