package dev.streakline.architecture.plantedports.application.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

abstract class HeldContract {
    abstract Held port();

    @Test
    void days_are_counted() {
        assertThat(port().days()).isEqualTo(1);
    }
}
