package dev.streakline.http.credential;

import static dev.streakline.http.credential.Tokens.invalid;

import dev.streakline.application.access.ApiKey;
import dev.streakline.application.access.Role;
import dev.streakline.http.credential.NotAuthenticatedException.AuthCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a signed token (RFC 7519, section 4): {@code sub} is the account, {@code roles} an array of codes,
 * absent {@code ["viewer"]}; {@code exp} is required. Clocks may differ by 30 seconds.
 */
final class TokenClaims implements Tokens.ClaimReader {

    /** How much clocks may differ. */
    static final Duration LEEWAY = Duration.ofSeconds(30);
    /** The end of the year 9999. A later expiry is a mistake. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private final Audience audience;
    private final InstantSource clock;

    TokenClaims(Audience audience, InstantSource clock) {
        this.audience = audience;
        this.clock = clock;
    }

    @Override
    public Caller caller(String type, Map<String, Object> claims) {
        String account = account(claims);
        return Caller.ofToken(account, claims.containsKey("roles") ? roles(claims.get("roles")) : Set.of(Role.VIEWER));
    }

    /**
     * The account of the caller.
     *
     * @throws NotAuthenticatedException when the claims give none, or are not valid now
     */
    String account(Map<String, Object> claims) {
        requireThat(isIssuedBy(claims.get("iss")), "its iss is missing, or names another issuer");
        requireThat(isMeantFor(claims.get("aud")), "its aud is missing, or names another audience");
        requireTime(claims);
        Object subject = claims.get("sub");
        if (!(subject instanceof String account) || !ApiKey.isIdentifier(account)) {
            throw invalid("its sub must be an account of 1 to 128 characters without control characters");
        }
        return account;
    }

    private boolean isIssuedBy(@Nullable Object issuer) {
        return audience.issuer() == null || audience.issuer().equals(issuer);
    }

    private boolean isMeantFor(@Nullable Object names) {
        return audience.audience() == null
                || audience.audience().equals(names)
                || (names instanceof List<?> several && several.contains(audience.audience()));
    }

    private void requireTime(Map<String, Object> claims) {
        Instant now = clock.instant();
        if (!now.isBefore(second("exp", claims.get("exp")).plus(LEEWAY))) {
            throw new NotAuthenticatedException(
                    AuthCode.EXPIRED, "The token has expired. Get a new one from its issuer.");
        }
        if (claims.containsKey("nbf")) {
            requireThat(
                    !now.isBefore(second("nbf", claims.get("nbf")).minus(LEEWAY)),
                    "it is not valid yet: its nbf is in the future");
        }
    }

    /** A part of a second is cut. */
    static Instant second(String claim, @Nullable Object value) {
        if (value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= LAST_SECOND) {
            return Instant.ofEpochSecond(number.longValue());
        }
        throw invalid("its " + claim + " must be a number of seconds since 1970, before the year 10000");
    }

    private static Set<Role> roles(@Nullable Object value) {
        if (!(value instanceof List<?> codes) || codes.isEmpty()) {
            throw invalid("its roles must be an array of at least one role");
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Object code : codes) {
            roles.add(Role.of(String.valueOf(code))
                    .orElseThrow(() -> invalid("its roles include one that does not exist")));
        }
        return roles;
    }

    private static void requireThat(boolean holds, String otherwise) {
        if (!holds) {
            throw invalid(otherwise);
        }
    }
}
