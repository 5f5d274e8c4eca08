package dev.streakline.application.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.streakline.application.fact.FactType;
import dev.streakline.application.fact.ParseResult;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees that are made to crash, to stall or to get through. */
@Timeout(20)
class HostileEventsTest {

    private static final int DEPTH = 200_000;

    /** The name of a test whose argument has millions of digits. */
    private static final String NOT_WRITTEN_OUT = "[{index}]";

    @Test
    void deep_nesting_in_an_unknown_attribute_is_ignored() {
        assertThat(Event.watch().with("extension", nested()).digest())
                .isEqualTo(Event.watch().digest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "seconds", "from", "completed", "date"})
    void deep_nesting_in_a_member_is_of_the_wrong_type(String member) {
        Event event = Event.watch().data("from", 0).data("to", 1).data(member, nested());
        if (member.equals("date")) {
            event.without("time");
        }

        assertThat(event.refusal()).isEqualTo("event.wrong_type /data/" + member);
    }

    @Test
    void deep_nesting_in_a_list_is_of_the_wrong_type() {
        assertThat(Event.title().data("genres", List.of(nested())).refusal())
                .isEqualTo("event.wrong_type /data/genres/0");
    }

    static Stream<Number> hugeNumbers() {
        return Stream.of(
                new BigDecimal("1e400"),
                new BigDecimal("1e999999999"),
                new BigDecimal("-1e999999999"),
                new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE),
                new BigDecimal("1e19"),
                new BigDecimal("18446744073709551676.0"),
                BigInteger.TWO.pow(63),
                BigInteger.TWO.pow(64).add(BigInteger.valueOf(60)),
                BigInteger.ONE.shiftLeft(10_000_000),
                new BigDecimal(BigInteger.ONE.shiftLeft(10_000_000), -5),
                1e300);
    }

    @ParameterizedTest(name = NOT_WRITTEN_OUT)
    @MethodSource("hugeNumbers")
    void huge_numbers_are_out_of_range_at_once(Number number) {
        assertThat(Event.watch().data("seconds", number).refusal()).isEqualTo("event.out_of_range /data/seconds");
        assertThat(Event.watch().data("seconds", number).rejection().reason()).hasSizeLessThan(400);
    }

    static Stream<Number> noWholeNumbers() {
        return Stream.of(
                60.5,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MIN_VALUE,
                0.5f,
                new BigDecimal("60.5"),
                new BigDecimal("60.25"),
                new BigDecimal("1e-400"),
                new BigDecimal("2048e-11"),
                new BigDecimal("1e-999999999"),
                new BigDecimal(BigInteger.ONE, Integer.MAX_VALUE),
                new BigDecimal(BigInteger.ONE.shiftLeft(10_000_000), 2_000_000),
                new BigDecimal(BigInteger.ONE.shiftLeft(10_000_000), 1000),
                new BigDecimal("60." + "0".repeat(1300)),
                new AtomicLong(60));
    }

    @ParameterizedTest(name = NOT_WRITTEN_OUT)
    @MethodSource("noWholeNumbers")
    void fractions_and_what_is_no_json_number_are_of_the_wrong_type(Number number) {
        assertThat(Event.watch().data("seconds", number).refusal()).isEqualTo("event.wrong_type /data/seconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "", "NaN"})
    void texts_are_no_numbers(String text) {
        assertThat(Event.watch().data("seconds", text).refusal()).isEqualTo("event.wrong_type /data/seconds");
    }

    @Test
    void names_that_are_no_text_are_refused() {
        assertThat(Event.watch().data(1, 1).refusal()).isEqualTo("event.wrong_type /data");
        assertThat(Event.watch().data(null, 1).refusal()).isEqualTo("event.wrong_type /data");
        assertThat(Event.watch().with("data", new TreeMap<>(Map.of(1, 1))).refusal())
                .isEqualTo("event.wrong_type /data");
    }

    @Test
    void huge_texts_give_short_reasons() {
        String huge = "9".repeat(10_000_000);

        assertThat(Event.watch().with("id", huge).rejection().reason()).hasSizeLessThan(400);
        assertThat(Event.watch().with("type", huge).rejection().reason()).hasSizeLessThan(600);
        assertThat(Event.watch().with("time", huge).rejection().reason()).hasSizeLessThan(400);
        assertThat(Event.watch().data(huge, 1).rejection().reason()).hasSizeLessThan(400);
        assertThat(Event.watch().data("title", huge).rejection().reason()).hasSizeLessThan(400);
        assertThat(Event.viewer().data("zone", huge).rejection().reason()).hasSizeLessThan(400);
        assertThat(Event.watch()
                        .with("time", "2026-11-20T20:00:00." + huge + "Z")
                        .fact()
                        .moment())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void random_trees_are_read_or_refused_and_nothing_is_thrown(long seed) {
        Garbage garbage = new Garbage(new Random(seed));
        EventReader eventReader = new EventReader(InstantSource.fixed(Event.NOW));
        int read = 0;
        int refused = 0;

        for (int i = 0; i < 5000; i++) {
            Map<String, @Nullable Object> tree = garbage.event();
            ParseResult result = eventReader.read(tree);
            boolean isRead = result.match(accepted -> true, rejected -> {
                assertThat(rejected.rejection().reason()).hasSizeLessThan(700);
                return false;
            });
            read += isRead ? 1 : 0;
            refused += isRead ? 0 : 1;
        }

        assertThat(read).as("events that got through").isGreaterThan(100);
        assertThat(refused).as("events that did not").isGreaterThan(100);
    }

    @Test
    void one_reader_serves_several_threads() throws Exception {
        EventReader eventReader = new EventReader(InstantSource.fixed(Event.NOW));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                Event event = Event.watch().data("seconds", thread);
                ParseResult expected = event.read();
                tasks.add(() -> {
                    boolean same = true;
                    for (int i = 0; i < 2000; i++) {
                        same &= eventReader.read(event.tree()).equals(expected);
                    }
                    return same;
                });
            }
            for (Future<Boolean> task : threads.invokeAll(tasks)) {
                assertThat(task.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_clock_that_fails_is_not_mistaken_for_a_bad_event() {
        EventReader eventReader = new EventReader(() -> {
            throw new IllegalStateException("no clock");
        });

        assertThatCode(() -> eventReader.read(Event.watch().tree())).hasMessage("no clock");
    }

    private static Object nested() {
        Object inner = List.of();
        for (int i = 0; i < DEPTH; i++) {
            inner = i % 2 == 0 ? Map.of("a", inner) : List.of(inner);
        }
        return inner;
    }

    /** Valid events with some members replaced, removed or added. */
    private static final class Garbage {

        private static final String[] NAMES = {
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "data",
            "channel",
            "title",
            "session",
            "seconds",
            "from",
            "to",
            "completed",
            "platform",
            "date",
            "kind",
            "name",
            "show",
            "showName",
            "season",
            "episode",
            "genres",
            "runtimeSeconds",
            "bits",
            "listed",
            "creator",
            "score",
            "zone",
            "email",
            "",
            "x/y~"
        };

        private static final List<@Nullable Object> VALUES = Arrays.asList(
                null,
                true,
                false,
                0,
                1,
                -1,
                60,
                60.0,
                0.5,
                Double.NaN,
                Long.MAX_VALUE,
                new BigDecimal("1e999999999"),
                new BigDecimal("1e-999999999"),
                BigInteger.TWO.pow(100),
                "",
                "a",
                "\0",
                "\uD800",
                "\uDC00x",
                "\n",
                "cheer",
                "movie",
                "1.0",
                "UTC",
                "Europe/Berlin",
                "+02:00",
                "2026-11-20",
                "2026-11-20T00:00:00Z",
                "2026-11-20T00:00:00",
                "9999-12-31T23:59:59.9999999999-23:59",
                "0000-00-00T00:00:00Z",
                "x".repeat(5000),
                "streakline.watch.v1",
                "streakline.viewer.v1",
                new Object[0],
                Duration.ZERO);

        private final Random random;

        Garbage(Random random) {
            this.random = random;
        }

        Map<String, @Nullable Object> event() {
            FactType[] types = FactType.values();
            Event event = Event.of(types[random.nextInt(types.length)]);
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                switch (random.nextInt(6)) {
                    case 0 -> event.with(name(), value(3));
                    case 1 -> event.without(name());
                    case 2 -> event.withoutData(name());
                    default -> event.data(name(), value(3));
                }
            }
            return event.tree();
        }

        private String name() {
            return NAMES[random.nextInt(NAMES.length)];
        }

        private @Nullable Object value(int depth) {
            int choice = random.nextInt(depth > 0 ? 12 : 10);
            if (choice == 10) {
                List<@Nullable Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(depth - 1));
                }
                return list;
            }
            if (choice == 11) {
                Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put(random.nextInt(8) == 0 ? value(0) : name(), value(depth - 1));
                }
                return map;
            }
            return VALUES.get(random.nextInt(VALUES.size()));
        }
    }
}
