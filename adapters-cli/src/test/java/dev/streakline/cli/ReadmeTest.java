package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what the program prints. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void the_sample_prints_what_the_readme_shows() throws IOException {
        Matcher shown = Pattern.compile(
                        "```console\n\\$ \\./streakline (stats (docs/\\S+) --as-of (\\S+))\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(shown.find()).isTrue();
        CommandRun run = CommandRun.of("stats", ROOT.resolve(shown.group(2)).toString(), "--as-of", shown.group(3));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().map(String::stripTrailing))
                .containsExactlyElementsOf((shown.group(4) + "\n")
                        .lines()
                        .map(String::stripTrailing)
                        .toList());
    }
}
