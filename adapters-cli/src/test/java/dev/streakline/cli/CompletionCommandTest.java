package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {

    @TempDir
    private Path folder;

    /** What bash would offer for the last of the words. */
    private String offered(String words, int last) throws IOException, InterruptedException {
        CommandRun run = CommandRun.of("completion");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        Path script = folder.resolve("completion.bash");
        Files.writeString(
                script,
                run.out() + "\nCOMP_WORDS=(" + words + "); COMP_CWORD=" + last
                        + "\n_complete_streakline; echo \"${COMPREPLY[@]}\"\n");
        Process bash = new ProcessBuilder("bash", script.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD) // It reports that no key was pressed.
                .start();
        bash.getOutputStream().close();
        String offered = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(offered).isZero();
        return offered.strip();
    }

    @Test
    void commands_are_completed() throws Exception {
        assertThat(offered("streakline rec", 1)).isEqualTo("recalculate");
    }

    @Test
    void commands_of_commands_and_options_are_completed() throws Exception {
        assertThat(offered("streakline token is", 2)).isEqualTo("issue");
        assertThat(offered("streakline import --dry", 2)).isEqualTo("--dry-run");
    }
}
