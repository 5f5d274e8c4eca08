package dev.streakline.application.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.intake.Event;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDigestTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T20:00:00.000Z",
                "2026-11-20t20:00:00z",
                "2026-11-20T21:00:00+01:00",
                "2026-11-20T20:00:00.0000009Z"
            })
    void the_same_instant_is_the_same_content_however_it_is_written(String time) {
        assertThat(Event.watch().with("time", time).digest())
                .isEqualTo(Event.watch().digest());
    }

    static Stream<Number> sixties() {
        return Stream.of(
                60L,
                (short) 60,
                (byte) 60,
                60.0,
                60f,
                BigInteger.valueOf(60),
                new BigDecimal("60"),
                new BigDecimal("60.0"),
                new BigDecimal("6e1"),
                new BigDecimal("0.6e2"),
                new BigDecimal("60." + "0".repeat(500)));
    }

    @ParameterizedTest
    @MethodSource("sixties")
    void sixty_is_sixty_however_it_is_written(Number sixty) {
        Event event = Event.watch().data("seconds", sixty);

        assertThat(event.watchFact().seconds()).isEqualTo(60);
        assertThat(event.digest()).isEqualTo(Event.watch().data("seconds", 60).digest());
    }

    @Test
    void a_zero_has_neither_sign_nor_exponent() {
        ContentDigest zero = Event.watch().data("seconds", 0).digest();

        assertThat(Event.watch().data("seconds", -0.0).digest()).isEqualTo(zero);
        assertThat(Event.watch().data("seconds", new BigDecimal("0e999999999")).digest())
                .isEqualTo(zero);
        assertThat(Event.watch().data("seconds", new BigDecimal("0e-999999999")).digest())
                .isEqualTo(zero);
    }

    @Test
    void the_order_of_members_makes_no_difference() {
        Map<String, Object> reversed = new LinkedHashMap<>();
        reversed.put("platform", "tv");
        reversed.put("completed", true);
        reversed.put("seconds", 60);
        reversed.put("title", "movie:1");

        assertThat(Event.watch().with("data", reversed).digest()).isEqualTo(full().digest());
    }

    @Test
    void identity_and_unknown_attributes_are_no_content() {
        Event other = full().with("id", "e-2")
                .with("source", "other")
                .with("subject", "bob")
                .with("x", 1);

        assertThat(other.digest()).isEqualTo(full().digest());
    }

    @Test
    void every_difference_in_type_moment_or_data_is_one_in_content() {
        List<Event> events = List.of(
                Event.watch(),
                Event.watch().with("time", "2026-11-20T20:00:01Z"),
                Event.watch().with("time", "2026-11-20T20:00:00.000001Z"),
                Event.watch().dated("2026-11-20"),
                Event.watch().dated("2026-11-19"),
                Event.watch().data("title", "a"),
                Event.watch().data("channel", "a"),
                Event.watch().data("session", "a"),
                Event.watch().data("title", "ab"),
                Event.watch().data("title", "a").data("channel", "b"),
                Event.watch().data("title", "b").data("channel", "a"),
                Event.watch().data("seconds", 0),
                Event.watch().data("seconds", 1),
                Event.watch().data("seconds", 256),
                Event.watch().data("completed", true),
                Event.watch().data("completed", false),
                Event.watch().data("platform", ""),
                Event.watch().data("platform", "A\u030A"),
                Event.watch().data("platform", "\u00C5"),
                Event.title(),
                Event.title().data("genres", List.of()),
                Event.title().data("genres", List.of("a")),
                Event.title().data("genres", List.of("a", "a")),
                Event.title().data("genres", List.of("a", "b")),
                Event.title().data("genres", List.of("b", "a")),
                Event.title().data("genres", List.of("ab")),
                Event.channel(),
                Event.rankingChoice());
        Set<ContentDigest> digests = new HashSet<>();

        for (Event event : events) {
            assertThat(digests.add(event.digest())).as("%s", event.tree()).isTrue();
        }
    }

    @Test
    void long_data_differs_by_its_last_character() {
        Event most = Event.title().data("name", "\uD83D\uDE80".repeat(1000)).data("channel", "a");
        Event other =
                Event.title().data("name", "\uD83D\uDE80".repeat(999) + "x").data("channel", "a");

        assertThat(most.digest()).isEqualTo(most.digest()).isNotEqualTo(other.digest());
    }

    @Test
    void stored_digests_stay_what_they_are() {
        // Reckoned outside of Java, from the canonical form as it is described.
        assertThat(full().digest()).isEqualTo(new ContentDigest(-3866537716723102011L, -9210114131704136944L));
        assertThat(Event.watch().dated("2026-11-20").digest())
                .isEqualTo(new ContentDigest(1610121010317809203L, 8300673931743059830L));
        assertThat(Event.title().data("genres", List.of("Drama", "Komödie")).digest())
                .isEqualTo(new ContentDigest(-6778263173746916594L, -3930562458751399868L));
    }

    private static Event full() {
        return Event.watch()
                .data("title", "movie:1")
                .data("seconds", 60)
                .data("completed", true)
                .data("platform", "tv");
    }
}
