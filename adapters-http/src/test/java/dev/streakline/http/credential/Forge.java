package dev.streakline.http.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens by hand, right and wrong ones, past the library that reads them. */
final class Forge {

    static final String SECRET = "a secret of the tests, long enough";
    static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private Forge() {}

    /** A token of this header and these claims, signed by HS256. */
    static String hs256(String header, String claims, byte[] secret) {
        String input = base64(header) + "." + base64(claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return input + "." + base64(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same, signed with the secret of the tests. */
    static String hs256(String header, String claims) {
        return hs256(header, claims, SECRET.getBytes(StandardCharsets.UTF_8));
    }

    /** A token of this header and these claims, signed by RS256 with a key of any length. */
    static String rs256(String header, String claims, PrivateKey key) {
        String input = base64(header) + "." + base64(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
