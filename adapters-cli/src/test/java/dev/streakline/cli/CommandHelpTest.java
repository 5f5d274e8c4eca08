package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandHelpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "import",
                "stats",
                "ranking",
                "recalculate",
                "verify",
                "policy",
                "intake show",
                "intake set",
                "policy show",
                "policy set",
                "withdraw",
                "forget",
                "dump",
                "key",
                "key create",
                "key list",
                "key revoke",
                "token",
                "token issue",
                "migrate",
                "doctor",
                "serve",
                "demo",
                "completion"
            })
    void every_command_shows_examples_of_itself(String command) {
        String[] args = (command + " --help").strip().split(" ");
        CommandRun run = CommandRun.of(args);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Usage: streakline " + command)
                .containsPattern("(?s)Examples:\\R.*streakline " + command);
    }
}
