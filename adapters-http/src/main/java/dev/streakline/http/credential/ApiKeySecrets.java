package dev.streakline.http.credential;

import dev.streakline.application.access.KeySecrets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The texts of API keys: {@code slk_} and 32 random bytes in base64url without padding (RFC 4648, section 5), 47 characters
 * in all; and their ids, UUIDv7 (RFC 9562, section 5.7).
 */
public final class ApiKeySecrets implements KeySecrets {

    /** The prefix of key texts, which distinguishes them from tokens and makes leaked ones easy to find. */
    static final String PREFIX = "slk_";

    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    private final SecureRandom random;
    private final Ids ids;

    /** Secrets by chance, and ids by chance and time. */
    public ApiKeySecrets(SecureRandom random, InstantSource clock) {
        this.random = random;
        this.ids = new Ids(clock, random);
    }

    @Override
    public NewSecret make() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return new NewSecret(
                ids.next(), PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Whether a text can be that of a key. */
    static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }
}
