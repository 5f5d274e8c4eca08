package dev.streakline.http.credential;

import org.jspecify.annotations.Nullable;

/**
 * The issuer and the audience that tokens must have (RFC 7519, section 4.1).
 *
 * @param issuer that {@code iss} must be; absent, {@code iss} is not checked
 * @param audience that {@code aud} must be or contain; absent, {@code aud} is not checked
 */
public record Audience(@Nullable String issuer, @Nullable String audience) {

    /** Any issuer and any audience. */
    public static final Audience ANY = new Audience(null, null);
}
