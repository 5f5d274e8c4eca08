package dev.streakline.application.access;

import dev.streakline.application.fact.Sha256;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SHA-256 of the text of an API key. The text has 256 random bits: its hash needs neither salt nor repetition.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record KeyHash(String hex) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    /**
     * @throws IllegalArgumentException when {@code hex} is something else; the message does not repeat it
     */
    public KeyHash {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("a hash must have 64 hexadecimal digits in lower case, but has "
                    + hex.length() + " characters or others");
        }
    }

    /** The hash of the text of a key, as UTF-8. */
    public static KeyHash of(String secret) {
        return new KeyHash(HexFormat.of().formatHex(Sha256.of(secret)));
    }
}
