package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void every_command_that_the_readme_shows_on_the_store_works(@TempDir Path folder) throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String section = readme.substring(readme.indexOf("## Store it"), readme.indexOf("## Serve it"));
        List<String> shown = Pattern.compile("(?:\\$ |\\| `)\\./streakline ([^`\n]+)")
                .matcher(section)
                .results()
                .map(command -> command.group(1))
                // It never ends by itself; ServeTest runs it.
                .filter(command -> !command.equals("serve"))
                .toList();
        assertThat(shown).hasSizeGreaterThan(10);
        Path events = folder.resolve("events.ndjson.gz");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(events))) {
            Files.copy(ROOT.resolve("docs/sample-history.ndjson"), packed);
        }
        StoreFixture store = StoreFixture.in(folder);
        for (String command : shown) {
            store.done(command.replace("docs/", "../docs/")
                    .replaceAll("(events|facts)(?=\\.ndjson\\.gz)", folder + "/$1")
                    .split(" "));
        }
        assertThat(folder.resolve("facts.ndjson.gz")).isNotEmptyFile();
    }
}
