package dev.streakline.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.cli.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CdsTrainingRunTest {

    @Test
    void a_service_starts_answers_and_ends(@TempDir Path folder) throws IOException {
        try (DataFolder data = DataFolder.at(folder.resolve("store"))) {
            CdsTrainingRun.serve(data.path());
        }
        assertThat(folder.resolve("store/database/data-18")).isDirectory();
    }
}
