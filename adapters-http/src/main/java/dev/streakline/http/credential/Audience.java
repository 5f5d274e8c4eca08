package dev.streakline.http.credential;

import org.jspecify.annotations.Nullable;

/**
 * By whom and for whom tokens must be issued (RFC 7519, section 4.1).
 *
 * @param issuer that {@code iss} must be; absent, {@code iss} is not looked at
 * @param audience that {@code aud} must be or hold; absent, {@code aud} is not looked at
 */
public record Audience(@Nullable String issuer, @Nullable String audience) {

    /** Whoever and whatever for. */
    public static final Audience ANY = new Audience(null, null);
}
