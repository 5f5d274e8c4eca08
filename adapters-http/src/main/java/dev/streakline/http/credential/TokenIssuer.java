package dev.streakline.http.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import dev.streakline.application.access.ApiKey;
import dev.streakline.application.access.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Issues the tokens of HS256 that {@link Tokens} of the same secret and audience accepts (section 21). */
public final class TokenIssuer {

    /** The longest time that a token is issued for. */
    public static final Duration LONGEST = Duration.ofDays(30);

    private static final JWSHeader HEADER =
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();

    private final TokenSecret secret;
    private final Audience audience;
    private final InstantSource clock;

    /** Issues tokens of this secret, by and for those. */
    public TokenIssuer(TokenSecret secret, Audience audience, InstantSource clock) {
        this.secret = secret;
        this.audience = audience;
        this.clock = clock;
    }

    /**
     * Issues a token.
     *
     * @param account 1 to 128 characters without control characters
     * @param roles at least one
     * @param life the time until expiry, at least a second, at most {@link #LONGEST}; a part of a second is cut
     * @throws IllegalArgumentException outside the bounds
     */
    public Issued issue(String account, Set<Role> roles, Duration life) {
        if (life.toSeconds() < 1 || life.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a token must be issued for 1 second to " + LONGEST.toDays() + " days, but not for " + life);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plusSeconds(life.toSeconds());
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", ApiKey.requireAccount(account));
        claims.put("roles", ApiKey.requireRoles(roles).stream().map(Role::code).toList());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", expiresAt.getEpochSecond());
        if (audience.issuer() != null) {
            claims.put("iss", audience.issuer());
        }
        if (audience.audience() != null) {
            claims.put("aud", audience.audience());
        }
        return new Issued(signed(claims), expiresAt);
    }

    private String signed(Map<String, Object> claims) {
        JWSObject token = new JWSObject(HEADER, new Payload(claims));
        try {
            token.sign(new MACSigner(secret.bytes()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java has HMAC by SHA-256", impossible);
        }
        return token.serialize();
    }

    /**
     * A token.
     *
     * @param expiresAt a whole second; from then on it is refused
     */
    public record Issued(String token, Instant expiresAt) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Issued[expiresAt=" + expiresAt + "]";
        }
    }
}
