package dev.streakline.application.access;

import java.time.InstantSource;
import java.util.Set;

/** Creates an API key; the only moment at which its text is known here (section 21). */
public final class CreateApiKey {

    private final ApiKeys keys;
    private final KeySecrets secrets;
    private final InstantSource clock;

    /** Creates keys with these secrets, and stores them in this port. */
    public CreateApiKey(ApiKeys keys, KeySecrets secrets, InstantSource clock) {
        this.keys = keys;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Creates a key and stores it.
     *
     * @throws IllegalArgumentException outside the bounds of {@link ApiKey}
     */
    public Created create(String name, String account, Set<Role> roles) {
        KeySecrets.NewSecret made = secrets.make();
        ApiKey key = new ApiKey(made.id(), name, account, roles, clock.instant(), null);
        keys.add(key, KeyHash.of(made.secret()));
        return new Created(key, made.secret());
    }

    /**
     * A created key and its text.
     *
     * @param secret to be shown once, and stored nowhere
     */
    public record Created(ApiKey key, String secret) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Created[key=" + key + "]";
        }
    }
}
