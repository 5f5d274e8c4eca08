package dev.streakline.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.cli.terminal.CommandFailedException;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.persistence.embedded.FreeRoom;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreLocationTest {

    private static StoreLocation of(@Nullable Path data, Map<String, String> environment) {
        return StoreLocation.of(data, environment);
    }

    private static StoreLocation.Outside outside(String url) {
        return (StoreLocation.Outside) of(null, Map.of("STREAKLINE_DATABASE_URL", url));
    }

    @Nested
    class AFolder {

        @Test
        void is_that_of_the_command_line_before_that_of_the_environment() {
            Map<String, String> environment = Map.of("STREAKLINE_DATA", "/srv/streakline", "HOME", "/home/ada");
            assertThat(of(Path.of("here"), environment))
                    .isEqualTo(new StoreLocation.Embedded(Path.of("here", "database"), FreeRoom.RESERVE));
            assertThat(of(null, environment))
                    .isEqualTo(new StoreLocation.Embedded(Path.of("/srv/streakline/database"), FreeRoom.RESERVE));
        }

        @Test
        void is_in_the_data_home_by_default() {
            assertThat(of(null, Map.of("XDG_DATA_HOME", "/data", "HOME", "/home/ada")))
                    .isEqualTo(new StoreLocation.Embedded(Path.of("/data/streakline/database"), FreeRoom.RESERVE));
            assertThat(of(null, Map.of("XDG_DATA_HOME", "not/absolute", "HOME", "/home/ada")))
                    .isEqualTo(new StoreLocation.Embedded(
                            Path.of("/home/ada/.local/share/streakline/database"), FreeRoom.RESERVE));
        }

        @Test
        void is_there_when_the_url_is_blank() {
            assertThat(of(null, Map.of("STREAKLINE_DATABASE_URL", " ", "HOME", "/home/ada")))
                    .isInstanceOf(StoreLocation.Embedded.class);
        }

        @Test
        void on_the_command_line_contradicts_a_url() {
            assertThatThrownBy(
                            () -> of(Path.of("here"), Map.of("STREAKLINE_DATABASE_URL", "postgresql://u:geheim@h/d")))
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessageContaining("Omit --data")
                    .hasMessageNotContaining("geheim");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgresql://h/d                        | jdbc:postgresql://h/d                    |       |
            postgres://u@h/d                        | jdbc:postgresql://h/d                    | u     |
            jdbc:postgresql://u:p@h:5433/d          | jdbc:postgresql://h:5433/d               | u     | p
            jdbc:postgresql://h/d?user=u&password=p | jdbc:postgresql://h/d                    | u     | p
            postgresql://u:p%40%2F%3A+@h/d          | jdbc:postgresql://h/d                    | u     | p@/:+
            postgresql://u:p@q:r@h/d                | jdbc:postgresql://h/d                    | u     | p@q:r
            postgresql://u%20v@h                    | jdbc:postgresql://h/                     | u v   |
            postgresql://my_db:5432/d?sslmode=require&user=u&a=b | jdbc:postgresql://my_db:5432/d?sslmode=require&a=b | u |
            postgresql://[::1]:5432/d               | jdbc:postgresql://[::1]:5432/d           |       |
            postgresql://h1:1,h2:2/d                | jdbc:postgresql://h1:1,h2:2/d            |       |
            postgresql://h/d?                       | jdbc:postgresql://h/d                    |       |
            """)
    void an_outside_database_is_named_in_any_spelling(
            String url, String driver, @Nullable String user, @Nullable String password) {
        StoreLocation.Outside outside = outside(url);
        assertThat(outside.url()).isEqualTo(driver);
        assertThat(outside.user()).isEqualTo(user);
        assertThat(outside.password()).isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://u:geheim@h/d",
                "jdbc:mysql://u:geheim@h/d",
                "postgresql:d?password=geheim",
                "h:5432/geheim",
                "postgresql://u:geheim@/d",
                "postgresql://u:geheim@h:port/d",
                "postgresql://u:geheim@h:65536/d",
                "postgresql://u:geheim%zz@h/d",
                "postgresql://u:geheim#1@h/d",
                "postgresql://u:geheim@h/%zz",
                "postgresql://u:geheim@h/d/e",
                "postgresql://u@h/d?password=geheim%"
            })
    void a_wrong_url_is_refused_without_being_repeated(String url) {
        assertThatThrownBy(() -> outside(url))
                .isInstanceOfSatisfying(
                        CommandFailedException.class,
                        failed -> assertThat(failed.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageStartingWith("STREAKLINE_DATABASE_URL is wrong: ")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void describes_itself_without_secrets() {
        assertThat(outside("postgresql://u:geheim@h:5433/d?sslpassword=geheim")).hasToString("postgresql://h:5433/d");
    }
}
