package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyCommandTest {

    @TempDir
    private Path folder;

    @Nested
    class In_a_store {

        private StoreFixture store;

        @BeforeEach
        void open() {
            store = StoreFixture.in(folder);
        }

        @Test
        void a_key_is_printed_once_and_its_words_go_elsewhere() {
            CommandRun run = store.done("key", "create", "--account", "my-app", "--role", "reader,ingest");
            String secret = run.out().strip();
            assertThat(secret).matches("slk_[A-Za-z0-9_-]{43}");
            assertThat(run.err())
                    .contains("for my-app")
                    .contains("not shown again")
                    .doesNotContain(secret);
            assertThat(store.done("key", "list").out())
                    .contains("my-app  reader,ingest  since 2026-05-10T12:00:00Z")
                    .doesNotContain("revoked", "slk_");
            assertThat(store.number("select count(*) from streakline.api_key where api_key::text like '%slk%'"))
                    .isZero();
        }

        @Test
        void everything_is_there_for_programs() {
            JsonNode made = store.json(
                    "key", "create", "--account", "ada", "--role", "viewer", "--name", "Ada's television", "--json");
            assertThat(made.get("secret").asText()).startsWith("slk_");
            JsonNode listed = store.json("key", "list", "--json").at("/items/0");
            assertThat(listed).isEqualTo(made.get("key"));
            assertThat(listed.get("name").asText()).isEqualTo("Ada's television");
            assertThat(listed.at("/roles/0").asText()).isEqualTo("viewer");
            assertThat(listed.has("revokedAt")).isFalse();
        }

        @Test
        void a_revoked_key_stays_listed() {
            String id = store.json("key", "create", "--account", "ada", "--role", "viewer", "--json")
                    .at("/key/id")
                    .asText();
            assertThat(store.done("key", "revoke", id).out().strip()).isEqualTo("revoked");
            assertThat(store.done("key", "revoke", id).out().strip()).isEqualTo("already revoked");
            assertThat(store.json("key", "revoke", id, "--json")
                            .get("revokedAt")
                            .asText())
                    .isEqualTo("2026-05-10T12:00:00Z");
            assertThat(store.done("key", "list").out()).contains("revoked 2026-05-10T12:00:00Z");
        }

        @Test
        void an_unknown_key_is_not_found() {
            CommandRun run = store.run("key", "revoke", "slk_geheim");
            assertThat(run.exitCode()).isEqualTo(4);
            assertThat(run.err()).contains("no key with this id").doesNotContain("geheim");
        }
    }

    @Test
    void where_nothing_is_kept_there_are_no_keys_and_none_is_revoked() {
        Path data = folder.resolve("data");
        Map<String, String> environment = Map.of("STREAKLINE_DATA", data.toString());
        assertThat(CommandRun.in(environment, "key", "list").out().strip()).isEqualTo("no keys");
        assertThat(CommandRun.in(environment, "key", "revoke", "x").exitCode()).isEqualTo(4);
        assertThat(data).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --role viewer               | Missing required option: '--account=ID'
            --account ada               | Missing required option: '--role=ROLE
            --account ada --role root   | 'root' is not a role; use one of viewer, creator, reader, ingest, worker, admin
            --account ada --role VIEWER | 'VIEWER' is not a role
            --account  --role viewer    | 1 to 128 characters
            --account ada --role viewer --name a\tb | 1 to 128 characters
            """)
    void a_wrong_command_line_makes_no_key(String options, String message) {
        Path data = folder.resolve("data");
        CommandRun run =
                CommandRun.in(Map.of("STREAKLINE_DATA", data.toString()), ("key create " + options).split(" ", -1));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(data).doesNotExist();
    }
}
