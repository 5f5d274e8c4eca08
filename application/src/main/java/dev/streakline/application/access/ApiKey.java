package dev.streakline.application.access;

import dev.streakline.application.fact.ViewerId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key's data without the key itself (section 21).
 *
 * @param id of 1 to 128 characters without control characters; made here, a UUIDv7
 * @param name a label for people, within the same bounds
 * @param account that it acts for, within the same bounds
 * @param roles at least one
 * @param createdAt cut to the microsecond
 * @param revokedAt from then on it is refused; cut to the microsecond; absent while it is valid
 */
public record ApiKey(
        String id,
        String name,
        String account,
        Set<Role> roles,
        Instant createdAt,
        @Nullable Instant revokedAt) {

    /**
     * @throws IllegalArgumentException outside the bounds
     */
    public ApiKey {
        requireIdentifier("the id of a key", id);
        requireIdentifier("the name of a key", name);
        requireIdentifier("an account", account);
        roles = requireRoles(roles);
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
        revokedAt = revokedAt == null ? null : revokedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** The same key, revoked. */
    public ApiKey revoked(Instant at) {
        return new ApiKey(id, name, account, roles, createdAt, at);
    }

    /**
     * Returns {@code account} if it is valid: 1 to 128 characters without control characters (section 1).
     *
     * @throws IllegalArgumentException for another text, which the message does not repeat
     */
    public static String requireAccount(String account) {
        return requireIdentifier("an account", account);
    }

    /**
     * Returns the roles in the order of {@link Role}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Set<Role> requireRoles(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one role, but there is none");
        }
        return Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    /** Whether a text can be an id, a name or an account. */
    public static boolean isIdentifier(String text) {
        try {
            return new ViewerId(text).value().equals(text);
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }

    /** The text may be a secret passed by mistake, so the message does not repeat it. */
    private static String requireIdentifier(String what, String text) {
        if (!isIdentifier(text)) {
            throw new IllegalArgumentException(what + " must have 1 to 128 characters without control characters");
        }
        return text;
    }
}
