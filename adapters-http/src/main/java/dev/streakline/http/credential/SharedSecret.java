package dev.streakline.http.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import java.util.List;

/** Whoever has the secret may have signed by HS256; which key a header names does not matter, for there is one. */
final class SharedSecret implements Tokens.Verifiers {

    private final TokenSecret secret;

    SharedSecret(TokenSecret secret) {
        this.secret = secret;
    }

    /** The signatures are compared in constant time, by the library. */
    @Override
    public List<JWSVerifier> of(JWSHeader header) throws JOSEException {
        return JWSAlgorithm.HS256.equals(header.getAlgorithm()) ? List.of(new MACVerifier(secret.bytes())) : List.of();
    }
}
