package dev.streakline.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.history.StoreUnavailableException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionShareTest {

    private static final ConnectionShare SERVE = new ConnectionShare(4, 16);
    private static final ConnectionShare COMMAND = new ConnectionShare(4, 0);

    static Stream<ConnectionShare> wishes() {
        return Stream.of(
                SERVE,
                COMMAND,
                new ConnectionShare(18, 16),
                new ConnectionShare(3, 1),
                new ConnectionShare(2, 1),
                new ConnectionShare(2, 0),
                ConnectionShare.OF_SERVE,
                ConnectionShare.OF_A_COMMAND);
    }

    @ParameterizedTest
    @CsvSource({"4, 2, 1", "5, 2, 2", "6, 3, 2", "8, 4, 3", "9, 4, 4", "20, 4, 15", "21, 4, 16", "22, 4, 16"})
    void folds_and_requests_share_what_is_free(int free, int work, int requests) {
        assertThat(SERVE.within(free)).isEqualTo(new ConnectionShare(work, requests));
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "3, 3", "4, 4", "5, 4", "2147483647, 4"})
    void a_command_has_all_of_it(int free, int work) {
        assertThat(COMMAND.within(free)).isEqualTo(new ConnectionShare(work, 0));
    }

    @ParameterizedTest
    @CsvSource({"3, 3 connections", "1, 1 connection", "0, 0 connections", "-1, 0 connections"})
    void fewer_than_the_fewest_are_refused_in_words(int free, String words) {
        assertThatThrownBy(() -> SERVE.within(free))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage(
                        "The database has " + words + " free; this command needs at least 4 and uses up to 21. Close"
                                + " other connections, or allow more with ALTER ROLE … CONNECTION LIMIT or max_connections,"
                                + " then run it again.");
    }

    @Test
    void a_command_needs_two() {
        assertThatThrownBy(() -> COMMAND.within(1)).hasMessageContaining("needs at least 2 and uses up to 4");
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void all_that_is_free_is_used_and_never_more(ConnectionShare wish) {
        assertThat(IntStream.rangeClosed(wish.fewest().total(), wish.total() + 3))
                .allSatisfy(free -> {
                    ConnectionShare share = wish.within(free);
                    assertThat(share.total()).as("of %d: %s", free, share).isEqualTo(Math.min(free, wish.total()));
                    assertThat(share.work()).isBetween(2, wish.work());
                    assertThat(share.requests()).isBetween(Math.min(1, wish.requests()), wish.requests());
                });
    }

    @Test
    void missing_connections_are_reported() {
        assertThat(SERVE.within(5).shortage(5))
                .isEqualTo(
                        "the database has 5 connections free: 2 for recalculations, 2 for requests, and 1 to monitor the"
                                + " server. Close other connections, or allow more with ALTER ROLE … CONNECTION LIMIT or max_connections");
        assertThat(COMMAND.within(2).shortage(2)).startsWith("the database has 2 connections free, which limits");
    }
}
