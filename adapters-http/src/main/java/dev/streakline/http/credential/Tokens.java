package dev.streakline.http.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.streakline.http.credential.NotAuthenticatedException.Code;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells from a token (a JWT in the compact form of a JWS, RFC 7515 and 7519) who calls (section 21). Which algorithms count
 * is configured here and never told by the token: those with a secret accept HS256 alone, those with public keys RS256 and
 * ES256 alone. Safe for several threads at once.
 */
public final class Tokens {

    /** The most characters of a token. */
    static final int LONGEST = 8_192;

    /** With one of these the token would bring its own key, mean something that is not known here, or be no plain text. */
    private static final Set<String> REFUSED_IN_HEADER =
            Set.of("crit", "jwk", "jku", "x5u", "x5c", "b64", "zip", "cty");

    /** No type, and those of identity and access tokens (RFC 7519, section 5.1; RFC 9068, section 2.1). */
    private static final Set<String> TYPES = Set.of("", "jwt", "at+jwt", "application/at+jwt");

    private final Verifiers verifiers;
    private final ClaimReader claims;

    private Tokens(Verifiers verifiers, ClaimReader claims) {
        this.verifiers = verifiers;
        this.claims = claims;
    }

    /** Those who may have signed a token of that header; none when its algorithm does not count here. */
    @FunctionalInterface
    interface Verifiers {
        List<JWSVerifier> of(JWSHeader header) throws JOSEException;
    }

    /** Reads from the claims of a token who calls. */
    @FunctionalInterface
    interface ClaimReader {

        /**
         * Who calls.
         *
         * @param type of the token, as its header says; empty where it says nothing
         * @throws NotAuthenticatedException when the claims do not say so, or not now
         */
        Caller caller(String type, Map<String, Object> claims);
    }

    /** Tokens that were signed with a secret by HS256. */
    public static Tokens ofSecret(TokenSecret secret, Audience audience, InstantSource clock) {
        return new Tokens(new SharedSecret(secret), new Claims(audience, clock));
    }

    /**
     * Tokens that were signed by RS256 or ES256 with a key whose public half is in a JWKS file. The file is read at the first
     * token, again every five minutes, and when a token names a key that is not in it, then at most every 30 seconds.
     */
    public static Tokens ofKeyFile(Path file, IdentityProvider provider, InstantSource clock) {
        return of(KeySet.ofFile(file, clock), provider, clock);
    }

    /**
     * As {@link #ofKeyFile}, from a URL.
     *
     * @throws IllegalArgumentException when it is not one of https
     */
    public static Tokens ofKeyUrl(URI url, IdentityProvider provider, InstantSource clock) {
        return of(KeySet.ofUrl(url, clock), provider, clock);
    }

    static Tokens of(KeySet keys, IdentityProvider provider, InstantSource clock) {
        return new Tokens(keys, new ProviderClaims(provider, clock));
    }

    /**
     * Who calls with a token.
     *
     * @throws NotAuthenticatedException when that is not proven
     * @throws dev.streakline.application.history.StoreUnavailableException when the public keys cannot be read
     */
    Caller caller(String token) {
        if (token.length() > LONGEST) {
            throw new NotAuthenticatedException(
                    Code.MALFORMED, "The token is longer than " + LONGEST + " characters. Send a shorter one.");
        }
        try {
            JWSObject signed = parsed(token);
            if (!isAcceptable(signed.getHeader()) || !isSigned(signed)) {
                throw invalid("it is not signed as this server asks for");
            }
            return claims.caller(type(signed.getHeader()), object(signed));
        } catch (ParseException | JOSEException | IllegalArgumentException broken) {
            // What the library says may repeat parts of the token.
            throw invalid("it cannot be read as a signed token or key");
        }
    }

    /** The library says in several ways that it cannot read something, a null pointer among them. */
    private static JWSObject parsed(String token) throws ParseException {
        try {
            return JWSObject.parse(token);
        } catch (RuntimeException broken) {
            throw new ParseException("no token", 0);
        }
    }

    private boolean isSigned(JWSObject token) throws JOSEException {
        for (JWSVerifier verifier : verifiers.of(token.getHeader())) {
            if (token.verify(verifier)) {
                return true;
            }
        }
        return false;
    }

    /** The members are taken from the text: the library leaves some out when their values are empty. */
    private static boolean isAcceptable(JWSHeader header) throws ParseException {
        String text = header.getParsedBase64URL().decodeToString();
        return JSONObjectUtils.parse(text).keySet().stream().noneMatch(REFUSED_IN_HEADER::contains)
                && TYPES.stream().anyMatch(type(header)::equalsIgnoreCase);
    }

    private static String type(JWSHeader header) {
        return header.getType() == null ? "" : header.getType().getType();
    }

    private static Map<String, Object> object(JWSObject token) {
        Map<String, Object> claims = token.getPayload().toJSONObject();
        if (claims == null) {
            throw invalid("it holds no JSON object");
        }
        return claims;
    }

    static NotAuthenticatedException invalid(String why) {
        return new NotAuthenticatedException(
                Code.INVALID, "The credential is not valid: " + why + ". Ask for a new one where this one came from.");
    }
}
