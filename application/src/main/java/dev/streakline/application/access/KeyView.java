package dev.streakline.application.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API key, without its secret.
 *
 * @param roles their codes, in the order of {@link Role}
 * @param revokedAt absent while it is valid
 */
public record KeyView(
        String id,
        String name,
        String account,
        List<String> roles,
        Instant createdAt,
        @Nullable Instant revokedAt) {

    /** Defensive copy. */
    public KeyView {
        roles = List.copyOf(roles);
    }

    /** The view of a key. */
    public static KeyView of(ApiKey key) {
        return new KeyView(
                key.id(),
                key.name(),
                key.account(),
                key.roles().stream().map(Role::code).toList(),
                key.createdAt(),
                key.revokedAt());
    }
}
