package dev.streakline.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ShutdownStackTest {

    private final List<String> closed = new ArrayList<>();
    private final ShutdownStack shutdownStack = ShutdownStack.atTheEndOfTheProcess();

    private void open(String name, Consumer<String> closing) {
        assertThat(shutdownStack.<String>open(() -> name, closing)).isEqualTo(name);
    }

    private void fail(String name) {
        closed.add(name);
        throw new IllegalStateException(name);
    }

    @Test
    void the_last_opened_is_closed_first_and_once() {
        open("database", closed::add);
        open("service", closed::add);
        shutdownStack.close();
        shutdownStack.close();
        assertThat(closed).containsExactly("service", "database");
        assertThatThrownBy(() -> open("late", closed::add)).isInstanceOf(CancellationException.class);
    }

    @Test
    void what_cannot_be_closed_keeps_nothing_else_open() {
        open("database", closed::add);
        open("worker", this::fail);
        open("service", this::fail);
        assertThatThrownBy(shutdownStack::close)
                .hasMessage("service")
                .satisfies(failed -> assertThat(failed.getSuppressed()).hasSize(1));
        assertThat(closed).containsExactly("service", "worker", "database");
    }
}
