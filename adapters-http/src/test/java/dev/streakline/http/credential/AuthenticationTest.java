package dev.streakline.http.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.access.ApiKey;
import dev.streakline.application.access.ApiKeys;
import dev.streakline.application.access.CreateApiKey;
import dev.streakline.application.access.KeyHash;
import dev.streakline.application.access.KeySecrets.NewSecret;
import dev.streakline.application.access.Role;
import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.application.memory.InMemoryApiKeys;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuthenticationTest {

    private final SetClock clock = new SetClock();
    private final CountedKeys keys = new CountedKeys();
    private final ApiKeySecrets secrets = new ApiKeySecrets(new SecureRandom(), clock);
    private final Authentication authentication =
            new Authentication(keys, Tokens.ofSecret(new TokenSecret(Forge.SECRET), Audience.ANY, clock), clock);
    private final CreateApiKey.Created created =
            new CreateApiKey(keys, secrets, clock).create("n", "ada", Set.of(Role.INGEST, Role.READER));

    /** Keys that count how often they are read, and can be gone. */
    private static final class CountedKeys implements ApiKeys {

        private final ApiKeys keys = new InMemoryApiKeys();
        private int asked;
        private boolean gone;
        private @Nullable ApiKey everybody;

        @Override
        public void add(ApiKey key, KeyHash hash) {
            keys.add(key, hash);
        }

        @Override
        public Optional<ApiKey> find(KeyHash hash) {
            asked++;
            if (gone) {
                throw new StoreUnavailableException("gone", new IllegalStateException());
            }
            return everybody == null ? keys.find(hash) : Optional.of(everybody);
        }

        @Override
        public List<ApiKey> all() {
            return keys.all();
        }

        @Override
        public boolean revoke(String id, Instant at) {
            return keys.revoke(id, at);
        }
    }

    private Caller call() {
        return authentication.authenticate("Bearer " + created.secret());
    }

    @Test
    void a_caller_with_a_key_has_its_roles() {
        Caller caller = call();
        assertThat(caller)
                .isEqualTo(new Caller(
                        "ada",
                        Set.of(Role.INGEST, Role.READER),
                        "key:" + created.key().id()));
        assertThat(caller.may(Role.ADMIN, Role.READER)).isTrue();
        assertThat(caller.may(Role.ADMIN, Role.VIEWER)).isFalse();
        assertThat(caller.may()).isFalse();
        assertThat(caller.toString()).doesNotContain(created.secret());
    }

    @Test
    void a_revoked_key_is_refused_after_two_seconds() {
        call();
        keys.revoke(created.key().id(), clock.instant());
        clock.move(Duration.ofMillis(1_999));
        call();
        assertThat(keys.asked).isEqualTo(1);
        clock.move(Duration.ofMillis(1));
        assertThatThrownBy(this::call)
                .isInstanceOfSatisfying(
                        NotAuthenticatedException.class,
                        refused -> assertThat(refused.code().code()).isEqualTo("auth.invalid"))
                .hasMessageNotContaining(created.secret());
        assertThat(keys.asked).isEqualTo(2);
    }

    @Test
    void a_clock_that_is_set_back_lets_nobody_in_for_longer() {
        call();
        keys.revoke(created.key().id(), clock.instant());
        clock.move(Duration.ofHours(-1));
        assertThatThrownBy(this::call).isInstanceOf(NotAuthenticatedException.class);
    }

    @Test
    void a_key_that_comes_later_is_known_at_once() {
        NewSecret later = secrets.make();
        String header = "Bearer " + later.secret();
        assertThatThrownBy(() -> authentication.authenticate(header)).isInstanceOf(NotAuthenticatedException.class);
        keys.add(
                new ApiKey(later.id(), "n", "eve", Set.of(Role.VIEWER), clock.instant(), null),
                KeyHash.of(later.secret()));
        assertThat(authentication.authenticate(header).account()).isEqualTo("eve");
    }

    @Test
    void keys_that_cannot_be_read_are_no_wrong_keys() {
        keys.gone = true;
        assertThatThrownBy(this::call).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void more_keys_than_are_remembered_are_asked_for_each_time() {
        keys.everybody = created.key();
        List<String> headers = Stream.generate(() -> "Bearer " + secrets.make().secret())
                .limit(10_001)
                .toList();
        headers.forEach(authentication::authenticate);
        headers.forEach(authentication::authenticate);
        assertThat(keys.asked).isEqualTo(10_002);
        clock.move(Duration.ofSeconds(2));
        authentication.authenticate(headers.get(10_000));
        authentication.authenticate(headers.get(10_000));
        assertThat(keys.asked).isEqualTo(10_003);
    }

    @Test
    void secrets_are_random_and_ids_ascend_with_time() {
        NewSecret first = secrets.make();
        NewSecret second = secrets.make();
        clock.move(Duration.ofMillis(1));
        NewSecret third = secrets.make();
        assertThat(first.secret()).matches("slk_[A-Za-z0-9_-]{43}").isNotEqualTo(second.secret());
        for (NewSecret made : List.of(first, second, third)) {
            UUID id = UUID.fromString(made.id());
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        }
        assertThat(UUID.fromString(first.id()).getMostSignificantBits() >>> 16)
                .isEqualTo(Instant.parse("2026-05-10T12:00:00Z").toEpochMilli());
        assertThat(third.id()).isGreaterThan(second.id()).isGreaterThan(first.id());
    }
}
