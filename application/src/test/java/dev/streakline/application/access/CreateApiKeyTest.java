package dev.streakline.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.memory.InMemoryApiKeys;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateApiKeyTest {

    private static final Instant NOON = Instant.parse("2026-05-10T12:00:00Z");

    private final InMemoryApiKeys keys = new InMemoryApiKeys();
    private final CreateApiKey creating = new CreateApiKey(
            keys, () -> new KeySecrets.NewSecret("1", "slk_geheim"), InstantSource.fixed(NOON.plusNanos(1_999)));

    @Test
    void the_key_is_kept_by_its_hash_and_its_text_given_back() {
        CreateApiKey.Created created = creating.create("ingest", "ada", Set.of(Role.INGEST));
        ApiKey key = new ApiKey("1", "ingest", "ada", Set.of(Role.INGEST), NOON.plusNanos(1_000), null);
        assertThat(created).isEqualTo(new CreateApiKey.Created(key, "slk_geheim"));
        assertThat(keys.find(KeyHash.of("slk_geheim"))).contains(key);
    }

    @Test
    void no_text_of_a_key_is_in_what_a_log_would_show() {
        assertThat(creating.create("ingest", "ada", Set.of(Role.INGEST)).toString())
                .doesNotContain("geheim");
        assertThat(new KeySecrets.NewSecret("1", "slk_geheim").toString()).doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\tb", "\u0000", "\ud800"})
    void its_account_must_be_valid(String account) {
        assertThatThrownBy(() -> creating.create("n", account, Set.of(Role.VIEWER)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an account must have 1 to 128 characters without control characters");
        assertThat(keys.all()).isEmpty();
    }

    @Test
    void bounds_are_kept_to_the_character() {
        assertThat(creating.create("n", "x".repeat(128), Set.of(Role.VIEWER))
                        .key()
                        .account())
                .hasSize(128);
        assertThatThrownBy(() -> ApiKey.requireAccount("x".repeat(129))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> creating.create("n", "ada", Set.of())).hasMessageContaining("at least one role");
    }

    @Test
    void a_role_is_known_by_its_code_alone() {
        for (Role role : Role.values()) {
            assertThat(Role.of(role.code())).contains(role);
        }
        assertThat(Role.ADMIN.code()).isEqualTo("admin");
        assertThat(Role.of("ADMIN")).isEmpty();
        assertThat(Role.of(" admin")).isEmpty();
        assertThat(Role.of("")).isEmpty();
    }

    @Test
    void a_hash_is_the_sha_256_in_lower_case() {
        assertThat(KeyHash.of("abc").hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThatThrownBy(() -> new KeyHash("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyHash("slk_geheim")).hasMessageNotContaining("geheim");
    }
}
