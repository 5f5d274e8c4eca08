package dev.streakline.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.access.Role;
import dev.streakline.application.memory.InMemoryApiKeys;
import dev.streakline.cli.terminal.CommandFailedException;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.http.credential.Authentication;
import dev.streakline.http.credential.NotAuthenticatedException;
import dev.streakline.http.credential.TokenSecret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSettingsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-10T12:00:00Z"));
    private static final String SECRET = "geheim-geheim-geheim-geheim-gehe";

    @TempDir
    private Path folder;

    private TokenSettings settings(Map<String, String> environment) {
        return new TokenSettings(folder, environment, CLOCK);
    }

    private Authentication accepting(Map<String, String> environment) {
        return new Authentication(new InMemoryApiKeys(), settings(environment).accepted(word -> {}), CLOCK);
    }

    private String header(Map<String, String> environment) {
        return "Bearer "
                + settings(environment)
                        .issuer(word -> {})
                        .issue("ada", Set.of(Role.CREATOR), Duration.ofHours(1))
                        .token();
    }

    @Test
    void what_is_issued_is_accepted_by_the_same_settings_and_by_no_others() {
        Map<String, String> ours = Map.of("STREAKLINE_SECRET", SECRET);
        Map<String, String> meant = Map.of(
                "STREAKLINE_SECRET", SECRET, "STREAKLINE_TOKEN_ISSUER", "me", "STREAKLINE_TOKEN_AUDIENCE", "you");
        for (Map<String, String> environment : List.of(ours, meant, Map.<String, String>of())) {
            assertThat(accepting(environment).authenticate(header(environment)).may(Role.CREATOR))
                    .isTrue();
        }
        assertThatThrownBy(() -> accepting(meant).authenticate(header(ours)))
                .isInstanceOf(NotAuthenticatedException.class);
        assertThatThrownBy(() -> accepting(ours).authenticate(header(Map.of())))
                .isInstanceOf(NotAuthenticatedException.class);
    }

    @ParameterizedTest
    @CsvSource({"http://id.example.org/keys", "file:///etc/keys", "https://", "https:// x", "missing.json", "target"})
    void keys_come_from_a_file_or_from_https(String keys) {
        assertThatThrownBy(() -> accepting(provided("STREAKLINE_JWKS", keys)))
                .isInstanceOfSatisfying(
                        CommandFailedException.class,
                        failed -> assertThat(failed.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageStartingWith("STREAKLINE_JWKS ");
    }

    @Test
    void with_keys_of_somebody_else_no_secret_counts_and_none_is_made() throws Exception {
        Path keys = Files.writeString(folder.resolve("keys.json"), "{\"keys\":[]}");
        Authentication authentication = accepting(provided("STREAKLINE_JWKS", keys.toString()));
        assertThatThrownBy(() -> authentication.authenticate(header(Map.of("STREAKLINE_SECRET", SECRET))))
                .isInstanceOf(NotAuthenticatedException.class);
        assertThat(folder.resolve("secret")).doesNotExist();
        assertThatThrownBy(() -> accepting(Map.of("STREAKLINE_JWKS", keys.toString(), "STREAKLINE_SECRET", SECRET)))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("both");
    }

    private static Map<String, String> provided(String... more) {
        Map<String, String> environment = new HashMap<>(
                Map.of("STREAKLINE_TOKEN_ISSUER", "https://id.example.org", "STREAKLINE_TOKEN_AUDIENCE", "streakline"));
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return environment;
    }

    @ParameterizedTest
    @ValueSource(strings = {"STREAKLINE_TOKEN_ISSUER", "STREAKLINE_TOKEN_AUDIENCE"})
    void keys_of_somebody_else_need_issuer_and_audience(String missing) throws Exception {
        Path keys = Files.writeString(folder.resolve("keys.json"), "{\"keys\":[]}");
        assertThatThrownBy(() -> accepting(provided("STREAKLINE_JWKS", keys.toString(), missing, " ")))
                .isInstanceOfSatisfying(
                        CommandFailedException.class,
                        failed -> assertThat(failed.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining(missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "admin=", "boss=x", "admin=x,,ingest=y", "=x"})
    void a_list_of_roles_that_cannot_be_read_is_refused(String roles) throws Exception {
        Path keys = Files.writeString(folder.resolve("keys.json"), "{\"keys\":[]}");
        assertThatThrownBy(() -> accepting(provided("STREAKLINE_JWKS", keys.toString(), "STREAKLINE_ROLES", roles)))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageStartingWith("STREAKLINE_ROLES is wrong");
    }

    @Test
    void of_several_who_start_at_once_one_makes_the_secret_and_all_have_it() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 20; round++) {
                Path data = folder.resolve("data" + round);
                List<String> words = Collections.synchronizedList(new ArrayList<>());
                List<Future<TokenSecret>> secrets = threads.invokeAll(
                        Collections.<Callable<TokenSecret>>nCopies(8, () -> SecretFile.in(data, words::add)));
                for (Future<TokenSecret> secret : secrets) {
                    assertThat(secret.get()).isEqualTo(secrets.get(0).get());
                }
                assertThat(words).hasSize(1);
                assertThat(data.toFile().list()).containsExactly("secret");
            }
        } finally {
            threads.shutdown();
        }
    }
}
