package dev.streakline.http.credential;

import dev.streakline.application.access.ApiKeys;
import dev.streakline.application.access.KeyHash;
import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.http.credential.NotAuthenticatedException.AuthCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the caller by the API key or token in the header {@code Authorization} (section 21). Safe for use by
 * several threads.
 */
public final class Authentication {

    /** RFC 6750, section 2.1; the name of the scheme in any case, and one space or more (RFC 9110, section 11.4). */
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) ++([A-Za-z0-9._~+/-]++=*+)");

    private static final int LONGEST_HEADER = Tokens.LONGEST + 64;

    /** How long a key that another instance has revoked is still accepted here, at most. */
    private static final Duration CACHED = Duration.ofSeconds(2);

    private static final int MOST_CACHED = 10_000;

    /** Bounds the threads that guessed keys can keep waiting for the store. */
    private static final int MOST_LOOKUPS = 32;

    private final ApiKeys keys;
    private final Tokens tokens;
    private final InstantSource clock;
    private final Semaphore lookups = new Semaphore(MOST_LOOKUPS);
    private final Map<KeyHash, CachedCaller> cache = new ConcurrentHashMap<>();

    private record CachedCaller(Caller caller, Instant since) {}

    /** Accepts these keys and tokens. */
    public Authentication(ApiKeys keys, Tokens tokens, InstantSource clock) {
        this.keys = keys;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Identifies the caller.
     *
     * @param authorization the value of the header; absent where there is none
     * @throws NotAuthenticatedException when the credential is missing or invalid
     * @throws dev.streakline.application.history.StoreUnavailableException when keys cannot be read, for any caller
     */
    public Caller authenticate(@Nullable String authorization) {
        if (authorization == null || authorization.isBlank()) {
            throw new NotAuthenticatedException(
                    AuthCode.MISSING,
                    "No credential was sent. Send the header Authorization: Bearer, followed by a token or API key.");
        }
        Matcher bearer = BEARER.matcher(authorization);
        if (authorization.length() > LONGEST_HEADER || !bearer.matches()) {
            throw new NotAuthenticatedException(
                    AuthCode.MALFORMED,
                    "The header Authorization must be: Bearer, a space, and a token or API key of at most "
                            + Tokens.LONGEST + " characters.");
        }
        String credential = bearer.group(1);
        return credential.startsWith(ApiKeySecrets.PREFIX) ? ofKey(credential) : tokens.caller(credential);
    }

    private Caller ofKey(String secret) {
        if (!ApiKeySecrets.isOne(secret)) {
            throw Tokens.invalid("it is not an API key");
        }
        // Keys are compared by their hashes, so that the time of a comparison reveals nothing about a key.
        KeyHash hash = KeyHash.of(secret);
        Instant now = clock.instant();
        CachedCaller before = cache.get(hash);
        if (before != null && isRecent(before, now)) {
            return before.caller();
        }
        Caller caller = find(hash);
        if (caller == null) {
            cache.remove(hash);
            throw Tokens.invalid("there is no such API key, or it is revoked");
        }
        store(hash, new CachedCaller(caller, now));
        return caller;
    }

    private @Nullable Caller find(KeyHash hash) {
        if (!lookups.tryAcquire()) {
            throw new StoreUnavailableException(
                    "Too many API keys are looked up at once. Try again in a moment.",
                    new RejectedExecutionException(MOST_LOOKUPS + " at once"));
        }
        try {
            return keys.find(hash).map(Caller::of).orElse(null);
        } finally {
            lookups.release();
        }
    }

    /** Caches valid keys only, so that guesses cannot fill the cache. */
    private void store(KeyHash hash, CachedCaller caller) {
        if (cache.size() >= MOST_CACHED) {
            cache.values().removeIf(each -> !isRecent(each, caller.since()));
        }
        if (cache.size() < MOST_CACHED) {
            cache.put(hash, caller);
        }
    }

    /** Not when the clock was set back meanwhile. */
    private static boolean isRecent(CachedCaller caller, Instant now) {
        return !now.isBefore(caller.since()) && now.isBefore(caller.since().plus(CACHED));
    }
}
