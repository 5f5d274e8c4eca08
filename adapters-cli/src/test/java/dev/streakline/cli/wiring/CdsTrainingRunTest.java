package dev.streakline.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CdsTrainingRunTest {

    @Test
    void a_service_starts_answers_and_ends(@TempDir Path folder) throws IOException {
        CdsTrainingRun.serve(folder.resolve("store"));
        assertThat(folder.resolve("store/database")).isDirectory();
    }
}
