package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCommandTest {

    private static final String SECRET = "geheim-geheim-geheim-geheim-gehe";

    @TempDir
    private Path folder;

    private CommandRun issue(Map<String, String> settings, String... options) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("STREAKLINE_DATA", data().toString());
        String[] args = new String[options.length + 6];
        System.arraycopy(new String[] {"token", "issue", "--account", "ada", "--role", "reader,viewer"}, 0, args, 0, 6);
        System.arraycopy(options, 0, args, 6, options.length);
        return CommandRun.in(environment, args);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static JsonNode claims(String token) {
        int first = token.indexOf('.') + 1;
        byte[] claims = Base64.getUrlDecoder().decode(token.substring(first, token.lastIndexOf('.')));
        return StoreFixture.json(new CommandRun(0, new String(claims, StandardCharsets.UTF_8), ""));
    }

    @Test
    void a_token_of_an_hour_is_printed_alone() {
        CommandRun run = issue(Map.of("STREAKLINE_SECRET", SECRET));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(claims(run.out().strip())).isEqualTo(StoreFixture.json(new CommandRun(0, """
                        {"sub":"ada","roles":["viewer","reader"],"iat":1778414400,"exp":1778418000}
                        """, "")));
        assertThat(data()).doesNotExist();
    }

    @Test
    void its_output_is_available_to_programs() {
        JsonNode json = StoreFixture.json(issue(Map.of("STREAKLINE_SECRET", SECRET), "--for", "30d", "--json"));
        assertThat(json.get("account").asText()).isEqualTo("ada");
        assertThat(json.get("roles").toString()).isEqualTo("[\"viewer\",\"reader\"]");
        assertThat(json.get("expiresAt").asText()).isEqualTo("2026-06-09T12:00:00Z");
        assertThat(claims(json.get("token").asText()).get("sub").asText()).isEqualTo("ada");
    }

    @Test
    void the_secret_is_made_once_for_its_owner_alone() throws IOException {
        CommandRun first = issue(Map.of());
        assertThat(first.exitCode()).as(first.err()).isZero();
        Path secret = data().resolve("secret");
        assertThat(first.err()).contains("created a secret").contains(secret.toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(secret).content().matches("[A-Za-z0-9_-]{43}");
        CommandRun second = issue(Map.of());
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(issue(Map.of("STREAKLINE_SECRET", Files.readString(secret))).out())
                .isEqualTo(first.out());
        assertThat(issue(Map.of("STREAKLINE_SECRET", SECRET)).out()).isNotEqualTo(first.out());
        assertThat(data()).isDirectoryNotContaining("glob:**.new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"geheim", "geheim-geheim-geheim-geheim-geh"})
    void a_secret_of_less_than_32_bytes_is_refused(String secret) throws IOException {
        CommandRun fromEnvironment = issue(Map.of("STREAKLINE_SECRET", secret));
        Files.createDirectories(data());
        Files.writeString(data().resolve("secret"), secret);
        CommandRun fromFile = issue(Map.of());
        for (CommandRun run : new CommandRun[] {fromEnvironment, fromFile}) {
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("at least 32 bytes").doesNotContain("geheim");
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void a_secret_that_cannot_be_made_or_read_is_a_wrong_configuration() throws IOException {
        Files.writeString(data(), "a file");
        assertThat(issue(Map.of()).exitCode()).isEqualTo(3);
        Files.delete(data());
        Files.createDirectories(data().resolve("secret"));
        CommandRun run = issue(Map.of());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("STREAKLINE_SECRET");
    }

    @Test
    void where_others_issue_tokens_none_is_issued_here() {
        for (String keys : new String[] {"https://id.example.org/keys", "keys.json"}) {
            CommandRun run = issue(Map.of("STREAKLINE_JWKS", keys, "STREAKLINE_SECRET", SECRET));
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("STREAKLINE_JWKS is set").contains("streakline key create");
        }
        assertThat(data()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"31d", "721h", "2592001s", "0s", "1w", "h", "-1h", "1.5h", "9999999999s", "1 h", "PT1H", "''"})
    void a_time_that_is_none_is_a_wrong_command_line(String life) {
        CommandRun run = issue(Map.of("STREAKLINE_SECRET", SECRET), "--for", life);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("at most 30d");
    }

    @ParameterizedTest
    @CsvSource({"90s, 90", "15m, 900", "720h, 2592000", "1s, 1"})
    void a_time_is_counted_in_seconds_minutes_hours_or_days(String life, long seconds) {
        String token = issue(Map.of("STREAKLINE_SECRET", SECRET), "--for", life).out();
        assertThat(claims(token.strip()).get("exp").asLong()).isEqualTo(1_778_414_400 + seconds);
    }
}
