package dev.streakline.cli.format.json;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * The content of an entry of a foreign list, read leniently: an absent, null or mistyped value reads as empty.
 *
 * @param values of a JSON object
 */
public record JsonMembers(Map<?, ?> values) {

    /** Whether there is such a member, also one that is null. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Whether a member is null or absent. */
    public boolean isNull(String name) {
        return values.get(name) == null;
    }

    /** A text; empty when it is none. */
    public String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    /** A whole number from 0 on. */
    public OptionalLong number(String name) {
        if (values.get(name) instanceof Number number && (number instanceof Integer || number instanceof Long)) {
            return number.longValue() < 0 ? OptionalLong.empty() : OptionalLong.of(number.longValue());
        }
        return OptionalLong.empty();
    }

    /** An object; one without members when it is none. */
    public JsonMembers object(String name) {
        return values.get(name) instanceof Map<?, ?> object ? new JsonMembers(object) : new JsonMembers(Map.of());
    }

    /** The texts of a list; what else is in it is left out. */
    public List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /** The objects of a list; what else is in it is left out. */
    public List<JsonMembers> objects(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(Objects::nonNull)
                        .filter(each -> each instanceof Map<?, ?>)
                        .map(each -> new JsonMembers((Map<?, ?>) each))
                        .toList()
                : List.of();
    }
}
