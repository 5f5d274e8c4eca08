package dev.streakline.http.credential;

import java.nio.charset.StandardCharsets;

/**
 * The secret that tokens of HS256 are signed with (section 21): the UTF-8 bytes of a text, as in other programs that
 * issue tokens.
 *
 * @param text at least 32 bytes, the length that HS256 requires (RFC 7518, section 3.2)
 */
public record TokenSecret(String text) {

    /** The fewest bytes. */
    public static final int LEAST_BYTES = 32;

    /**
     * @throws IllegalArgumentException when it is too short; the message does not repeat it
     */
    public TokenSecret {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "a secret for tokens must have at least " + LEAST_BYTES + " bytes, but has " + bytes);
        }
    }

    /** The bytes of the text. */
    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "TokenSecret";
    }
}
