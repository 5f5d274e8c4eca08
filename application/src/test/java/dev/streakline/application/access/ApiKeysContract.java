package dev.streakline.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ApiKeys} promises. */
public abstract class ApiKeysContract {

    private static final Instant NOON = Instant.parse("2026-05-10T12:00:00.123456Z");
    private static final KeyHash HASH = KeyHash.of("a");
    private static final KeyHash OTHER_HASH = KeyHash.of("b");

    /** An empty store. */
    protected abstract ApiKeys store();

    private ApiKeys keys;

    @BeforeEach
    void open() {
        keys = store();
    }

    private static ApiKey key(String id, Instant createdAt) {
        return key(id, createdAt, null);
    }

    private static ApiKey key(String id, Instant createdAt, @Nullable Instant revokedAt) {
        return new ApiKey(id, "the name of " + id, "ada", Set.of(Role.INGEST), createdAt, revokedAt);
    }

    @Test
    void there_is_no_key_at_first() {
        assertThat(keys.all()).isEmpty();
        assertThat(keys.find(HASH)).isEmpty();
        for (String id : List.of("1", "", "\u0000", "\ud800", "x".repeat(129))) {
            assertThat(keys.revoke(id, NOON)).isFalse();
        }
    }

    @Test
    void a_key_is_found_by_its_hash_as_it_was_added() {
        ApiKey every = new ApiKey("1", "Zoë's 🔑", "ünï\\\"{,}", EnumSet.allOf(Role.class), NOON, null);
        keys.add(every, HASH);
        keys.add(key("2", NOON), OTHER_HASH);
        assertThat(keys.find(HASH)).contains(every);
        assertThat(keys.find(OTHER_HASH)).contains(key("2", NOON));
        assertThat(keys.find(KeyHash.of("c"))).isEmpty();
    }

    @Test
    void an_id_or_a_hash_is_taken_once() {
        keys.add(key("1", NOON), HASH);
        for (ApiKey other : List.of(key("1", NOON), key("2", NOON))) {
            assertThatThrownBy(() -> keys.add(other, HASH)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> keys.add(key("1", NOON.plusSeconds(1)), OTHER_HASH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(keys.all()).containsExactly(key("1", NOON));
        assertThat(keys.find(OTHER_HASH)).isEmpty();
    }

    @Test
    void all_keys_are_listed_by_time_then_by_id() {
        List<ApiKey> ordered = List.of(
                key("b", NOON.minusNanos(1_000)),
                key("B", NOON),
                key("a", NOON),
                key("Ａ", NOON),
                key("😀", NOON),
                key("0", NOON.plusNanos(1_000)));
        for (int i : List.of(4, 0, 5, 3, 2, 1)) {
            keys.add(ordered.get(i), KeyHash.of("" + i));
        }
        assertThat(keys.all()).containsExactlyElementsOf(ordered);
    }

    @Test
    void a_revoked_key_is_listed_and_no_longer_found() {
        keys.add(key("1", NOON), HASH);
        keys.add(key("2", NOON), OTHER_HASH);
        Instant later = NOON.plusSeconds(60);
        assertThat(keys.revoke("1", later)).isTrue();
        assertThat(keys.find(HASH)).isEmpty();
        assertThat(keys.find(OTHER_HASH)).isPresent();
        assertThat(keys.all()).containsExactly(key("1", NOON, later), key("2", NOON));
    }

    @Test
    void the_first_revocation_stays() {
        keys.add(key("1", NOON), HASH);
        assertThat(keys.revoke("1", NOON.plusSeconds(1))).isTrue();
        assertThat(keys.revoke("1", NOON.plusSeconds(2))).isFalse();
        assertThat(keys.all()).containsExactly(key("1", NOON, NOON.plusSeconds(1)));
    }

    @Test
    void a_key_that_was_revoked_before_it_came_is_never_found() {
        keys.add(key("1", NOON, NOON), HASH);
        assertThat(keys.find(HASH)).isEmpty();
        assertThat(keys.revoke("1", NOON)).isFalse();
    }

    @Test
    void one_of_several_concurrent_revocations_succeeds() throws Exception {
        keys.add(key("1", NOON), HASH);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> done =
                    threads.invokeAll(Stream.<Callable<Boolean>>generate(() -> () -> keys.revoke("1", NOON))
                            .limit(8)
                            .collect(Collectors.toList()));
            int revoked = 0;
            for (Future<Boolean> each : done) {
                revoked += each.get() ? 1 : 0;
            }
            assertThat(revoked).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
    }
}
