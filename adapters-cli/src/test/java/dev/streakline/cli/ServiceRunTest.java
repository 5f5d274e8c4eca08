package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ServiceRunTest {

    private record Ended(int exitCode, List<String> lines) {}

    private static Ended ended(String closing, String signal) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        // The environment of the tests may have these ignored.
                        "env",
                        "--default-signal=INT,HUP",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServedProcess.class.getName(),
                        closing)
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("serving");
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            List<String> lines = out.lines().toList();
            return new Ended(process.waitFor(), lines);
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT", "HUP"})
    void a_signal_is_what_a_service_waits_for(String signal) throws IOException, InterruptedException {
        assertThat(ended("closes", signal)).isEqualTo(new Ended(0, List.of("closed", "ended")));
    }

    @Test
    void one_that_hangs_ends_all_the_same() throws IOException, InterruptedException {
        Ended ended = ended("hangs", "TERM");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.lines()).singleElement().asString().startsWith("did not stop within");
    }
}
