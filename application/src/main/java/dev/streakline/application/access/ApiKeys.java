package dev.streakline.application.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The API keys of a deployment, revoked ones too (section 21). Safe for use by several threads and processes; every
 * call sees the effects of those before.
 */
public interface ApiKeys {

    /**
     * Stores a key.
     *
     * @throws IllegalArgumentException when a key of the same id or hash is stored already; then nothing changes
     */
    void add(ApiKey key, KeyHash hash);

    /** The key of that hash; empty when there is none or it is revoked. */
    Optional<ApiKey> find(KeyHash hash);

    /** All keys, revoked ones too, by time of creation, then by id in code-point order. */
    List<ApiKey> all();

    /**
     * Revokes a key for good.
     *
     * @return whether this call did it; false when there is no such key, or it was revoked before and keeps that time
     */
    boolean revoke(String id, Instant at);
}
