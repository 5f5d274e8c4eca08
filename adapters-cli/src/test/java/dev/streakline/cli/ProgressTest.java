package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.cli.terminal.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter said = new StringWriter();
    private final PrintWriter err = new PrintWriter(said);
    private Instant now = Instant.parse("2026-05-10T12:00:00Z");

    private Progress ofBytes(Progress.Style style, String file) {
        return Progress.ofBytes(() -> now, err, style, file);
    }

    private void pass(long millis) {
        now = now.plus(Duration.ofMillis(millis));
    }

    @Test
    void on_a_terminal_one_line_is_written_over_and_gone_at_the_end() {
        try (Progress progress = ofBytes(Progress.Style.TERMINAL, "a.csv")) {
            pass(10_000);
            progress.reached(500_000_000, 2_000_000_000);
            pass(200);
            progress.reached(1_999_000_000, 2_000_000_000);
        }
        String first = "a.csv: 500.0 MB of 2.00 GB, 25 %, 50.0 MB/s, 0:30 left";
        String second = "a.csv: 2.00 GB of 2.00 GB, 99 %, 196.0 MB/s, 0:00 left";
        assertThat(said.toString()).isEqualTo("\r" + first + "\r" + second + "\r" + " ".repeat(second.length()) + "\r");
    }

    @Test
    void progress_is_printed_at_most_five_times_a_second_on_a_terminal() {
        Progress progress = ofBytes(Progress.Style.TERMINAL, "a.csv");
        for (int i = 0; i < 1_000; i++) {
            pass(1);
            progress.reached(i, 1_000);
        }
        assertThat(said.toString().chars().filter(c -> c == '\r')).hasSize(5);
    }

    @Test
    void elsewhere_it_is_a_line_every_ten_seconds() {
        Progress progress = Progress.ofItems(() -> now, err, Progress.Style.LINES, "viewers");
        for (int i = 1; i <= 25; i++) {
            pass(1_000);
            progress.reached(i * 1_000L, 10_000_000);
        }
        progress.close();
        assertThat(said.toString().lines())
                .containsExactly(
                        "10,000 of 10,000,000 viewers, 0 %, 1,000/s, 2:46:30 left",
                        "20,000 of 10,000,000 viewers, 0 %, 1,000/s, 2:46:20 left");
    }

    @Test
    void nothing_is_printed_when_quiet() {
        try (Progress progress = ofBytes(Progress.Style.QUIET, "a.csv")) {
            pass(60_000);
            progress.reached(1, 2);
        }
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void without_a_total_there_is_no_share_and_no_time_left() {
        Progress progress = ofBytes(Progress.Style.LINES, "standard input");
        pass(10_000);
        progress.reached(20_000_000, 0);
        assertThat(said.toString()).isEqualToNormalizingNewlines("standard input: 20.0 MB, 2.0 MB/s\n");
    }

    @Test
    void names_are_cut_and_steer_no_terminal() {
        Progress progress = ofBytes(Progress.Style.TERMINAL, "\u001b[31m" + "x".repeat(500));
        pass(1_000);
        progress.reached(1, 2_000_000_000_000L);
        assertThat(said.toString()).doesNotContain("\u001b").hasSizeLessThan(80);
    }
}
