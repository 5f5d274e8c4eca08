package dev.streakline.domain.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricTest {

    @ParameterizedTest
    @CsvSource({"watchTime,WATCH_TIME", "messages,MESSAGES"})
    void is_found_by_its_code(String code, Metric metric) {
        assertThat(Metric.ofCode(code)).contains(metric);
        assertThat(metric.code()).isEqualTo(code);
    }

    @Test
    void is_not_found_by_another_text() {
        assertThat(Metric.ofCode("watchtime")).isEmpty();
        assertThat(Metric.ofCode("")).isEmpty();
    }

    @Test
    void has_no_other_value() {
        assertThat(Metric.values()).hasSize(2);
    }
}
