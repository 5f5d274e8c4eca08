package dev.streakline.http.credential;

import static dev.streakline.http.credential.Tokens.invalid;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The claims of a token of an {@link IdentityProvider}. Only access tokens are accepted. An ID token informs a client
 * who has signed in (OpenID Connect Core 1.0, section 2), and more programs see it than may call this service.
 */
final class ProviderClaims implements Tokens.ClaimReader {

    private static final Duration LONGEST_LIFE = Duration.ofDays(30);
    private static final Set<String> ACCESS_TYPES = Set.of("at+jwt", "application/at+jwt");

    /** Hashes of what was issued together with an ID token (OpenID Connect Core 1.0, sections 3.1.3.6 and 3.3.2.11). */
    private static final List<String> OF_ID_TOKENS = List.of("at_hash", "c_hash", "s_hash");

    private final IdentityProvider provider;
    private final TokenClaims claims;
    private final InstantSource clock;

    ProviderClaims(IdentityProvider provider, InstantSource clock) {
        this.provider = provider;
        this.claims = new TokenClaims(new Audience(provider.issuer(), provider.audience()), clock);
        this.clock = clock;
    }

    @Override
    public Caller caller(String type, Map<String, Object> said) {
        String account = claims.account(said);
        if (isIdToken(type, said)) {
            throw invalid("it is an ID token; send the access token that came with it");
        }
        requireShortLife(said);
        return Caller.ofToken(account, provider.rolesOf(said));
    }

    /** By the type of RFC 9068, else by what the providers write into their tokens. */
    private static boolean isIdToken(String type, Map<String, Object> said) {
        if (ACCESS_TYPES.stream().anyMatch(type::equalsIgnoreCase)) {
            return false;
        }
        boolean isNamedAccess = "Bearer".equals(said.get("typ")) || "access".equals(said.get("token_use"));
        return "ID".equals(said.get("typ"))
                || "id".equals(said.get("token_use"))
                || OF_ID_TOKENS.stream().anyMatch(said::containsKey)
                || (said.containsKey("nonce") && !isNamedAccess);
    }

    private void requireShortLife(Map<String, Object> said) {
        Instant now = clock.instant();
        Instant issued = said.containsKey("iat") ? TokenClaims.second("iat", said.get("iat")) : now;
        if (issued.isAfter(now.plus(TokenClaims.LEEWAY))) {
            throw invalid("its iat is in the future");
        }
        if (TokenClaims.second("exp", said.get("exp"))
                .isAfter(issued.plus(LONGEST_LIFE).plus(TokenClaims.LEEWAY))) {
            throw invalid("it is valid for more than " + LONGEST_LIFE.toDays() + " days");
        }
    }
}
