package dev.streakline.http.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.DefaultJOSEProcessor;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.http.credential.NotAuthenticatedException.AuthCode;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/**
 * Identifies the caller by a token (a JWT in the compact form of a JWS, RFC 7515 and 7519; section 21). The accepted
 * algorithms are configured here, never chosen by the token: HS256 alone with a secret, RS256 and ES256 with public
 * keys. Safe for use by several threads.
 *
 * <p>Signatures are verified by the library's processor for JOSE objects. Its processor for JWT parses the claims
 * before it verifies the signature, accepts a number as a subject, and lets an expiry of too many seconds overflow.
 */
public final class Tokens {

    /** The most characters of a token. */
    static final int LONGEST = 8_192;

    /**
     * Header members that would bring the token's own key, have an unknown meaning, or change the form of the payload.
     */
    private static final Set<String> REFUSED_IN_HEADER =
            Set.of("crit", "jwk", "jku", "x5u", "x5c", "b64", "zip", "cty");

    /** No type, and those of identity and access tokens (RFC 7519, section 5.1; RFC 9068, section 2.1). */
    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES = new DefaultJOSEObjectTypeVerifier<>(
            null,
            new JOSEObjectType(""),
            JOSEObjectType.JWT,
            new JOSEObjectType("at+jwt"),
            new JOSEObjectType("application/at+jwt"));

    private final DefaultJOSEProcessor<SecurityContext> signatures = new DefaultJOSEProcessor<>();
    private final ClaimReader claims;

    private Tokens(JWSKeySelector<SecurityContext> keys, ClaimReader claims) {
        signatures.setJWSTypeVerifier(TYPES);
        signatures.setJWSKeySelector(keys);
        this.claims = claims;
    }

    /** Identifies the caller by the claims of a token. */
    @FunctionalInterface
    interface ClaimReader {

        /**
         * The caller.
         *
         * @param type of the token, by its header; empty where the header has none
         * @throws NotAuthenticatedException when the claims identify no caller, or are not valid now
         */
        Caller caller(String type, Map<String, Object> claims);
    }

    /** Tokens that were signed with a secret by HS256. */
    public static Tokens ofSecret(TokenSecret secret, Audience audience, InstantSource clock) {
        SecretKeySpec key = new SecretKeySpec(secret.bytes(), "HmacSHA256");
        return new Tokens(new SingleKeyJWSKeySelector<>(JWSAlgorithm.HS256, key), new TokenClaims(audience, clock));
    }

    /**
     * Accepts tokens signed by RS256 or ES256 with a key whose public half is in a JWKS file. The file is read at the
     * first token and again every five minutes. It is also read when a token names a missing key, at most every 30
     * seconds.
     */
    public static Tokens ofKeyFile(Path file, IdentityProvider provider, InstantSource clock) {
        return of(PublicKeys.ofFile(file, clock), provider, clock);
    }

    /**
     * As {@link #ofKeyFile}, from a URL.
     *
     * @throws IllegalArgumentException when it is not one of https
     */
    public static Tokens ofKeyUrl(URI url, IdentityProvider provider, InstantSource clock) {
        return of(PublicKeys.ofUrl(url, clock), provider, clock);
    }

    static Tokens of(PublicKeys keys, IdentityProvider provider, InstantSource clock) {
        return new Tokens(keys, new ProviderClaims(provider, clock));
    }

    /**
     * The caller with a token.
     *
     * @throws NotAuthenticatedException when the token does not prove one
     * @throws dev.streakline.application.history.StoreUnavailableException when the public keys cannot be read
     */
    Caller caller(String token) {
        if (token.length() > LONGEST) {
            throw new NotAuthenticatedException(
                    AuthCode.MALFORMED, "The token is longer than " + LONGEST + " characters. Send a shorter one.");
        }
        try {
            JWSObject signed = parsed(token);
            return claims.caller(type(signed.getHeader()), verifiedClaims(signed));
        } catch (KeySourceException unreadable) {
            throw new StoreUnavailableException(
                    "The public keys for tokens cannot be read. Check that they are available, then try again.",
                    unreadable);
        } catch (BadJOSEException unsigned) {
            throw invalid("its signature is not one that this service accepts");
        } catch (ParseException | JOSEException | IllegalArgumentException broken) {
            // The library's messages may repeat parts of the token.
            throw invalid("it cannot be read as a signed token or key");
        }
    }

    /** The library reports malformed tokens by several exceptions, null pointers among them. */
    private static JWSObject parsed(String token) throws ParseException {
        try {
            return JWSObject.parse(token);
        } catch (RuntimeException broken) {
            throw new ParseException("no token", 0);
        }
    }

    private Map<String, Object> verifiedClaims(JWSObject token) throws ParseException, BadJOSEException, JOSEException {
        // The members are taken from the text: the library leaves some out when their values are empty.
        String header = token.getHeader().getParsedBase64URL().decodeToString();
        if (JSONObjectUtils.parse(header).keySet().stream().anyMatch(REFUSED_IN_HEADER::contains)) {
            throw new BadJOSEException("a member of the header is refused");
        }
        Map<String, Object> claims = signatures.process(token, null).toJSONObject();
        if (claims == null) {
            throw invalid("its payload is not a JSON object");
        }
        return claims;
    }

    private static String type(JWSHeader header) {
        return header.getType() == null ? "" : header.getType().getType();
    }

    static NotAuthenticatedException invalid(String why) {
        return new NotAuthenticatedException(
                AuthCode.INVALID, "The credential is not valid: " + why + ". Get a new one from its issuer.");
    }
}
