package dev.streakline.application.memory;

import dev.streakline.application.access.ApiKey;
import dev.streakline.application.access.ApiKeys;
import dev.streakline.application.access.KeyHash;
import dev.streakline.domain.catalogue.NameIndex;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** API keys that are lost with the process. */
public final class InMemoryApiKeys implements ApiKeys {

    private static final Comparator<ApiKey> OLDEST_FIRST =
            Comparator.comparing(ApiKey::createdAt).thenComparing(ApiKey::id, NameIndex.CODE_POINT_ORDER);

    private final Map<KeyHash, ApiKey> keys = new HashMap<>();

    @Override
    public synchronized void add(ApiKey key, KeyHash hash) {
        if (keys.containsKey(hash) || hashOf(key.id()).isPresent()) {
            throw new IllegalArgumentException("a key of the id " + key.id() + " or of its hash exists already");
        }
        keys.put(hash, key);
    }

    @Override
    public synchronized Optional<ApiKey> find(KeyHash hash) {
        return Optional.ofNullable(keys.get(hash)).filter(key -> key.revokedAt() == null);
    }

    @Override
    public synchronized List<ApiKey> all() {
        return keys.values().stream().sorted(OLDEST_FIRST).toList();
    }

    @Override
    public synchronized boolean revoke(String id, Instant at) {
        Optional<KeyHash> held = hashOf(id).filter(hash -> find(hash).isPresent());
        held.ifPresent(hash -> keys.computeIfPresent(hash, (same, key) -> key.revoked(at)));
        return held.isPresent();
    }

    private Optional<KeyHash> hashOf(String id) {
        return keys.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
