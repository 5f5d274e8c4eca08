package dev.streakline.cli.demo;

import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactId;
import dev.streakline.application.intake.EventWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The events of an invented platform: 240 viewers in ten zones, 20 channels, and over 100,000 sessions in the two years
 * before an instant. The same instant gives the same events on every Java. A later one gives the same for every day
 * that both cover, so that only new days need to be imported.
 *
 * <p>Example: {@code demo.batches(demo.first()).forEachRemaining(recording::record)}
 */
public final class DemoPlatform {

    /** The {@code source} of every event. */
    public static final String SOURCE = "streakline-demo";

    private static final int BATCH = 1_000;
    private static final int YEARS = 2;

    private final DemoCatalogue catalogue = DemoCatalogue.create();
    private final List<DemoViewer> viewers = DemoViewer.all();
    private final Instant end;

    /** The demo as it is at the beginning of the hour of {@code now}. */
    public DemoPlatform(Instant now) {
        this.end = now.truncatedTo(ChronoUnit.HOURS);
    }

    /** The first day of all. */
    public LocalDate first() {
        return today().minusYears(YEARS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(end, ZoneOffset.UTC);
    }

    /** The id of a viewer with a streak that never ended. */
    public String devoted() {
        return viewers.get(0).id();
    }

    /** The ids of its channels. */
    public List<String> channels() {
        return catalogue.channels().stream()
                .map(channel -> channel.id().subject())
                .toList();
    }

    /**
     * The first day that may be incomplete in a store. Its events were recorded in the order of {@link #batches},
     * perhaps not to their end.
     *
     * @param known whether the store has the fact of an identity
     * @return {@link #first} where nothing was recorded
     */
    public LocalDate missingFrom(Predicate<FactId> known) {
        // If the news of a day are known, all days before it are; but the day before may not have been over everywhere.
        for (LocalDate day = today(); day.isAfter(first()); day = day.minusDays(1)) {
            if (known.test(DemoCatalogue.newsId(day))) {
                return day.minusDays(1);
            }
        }
        return first();
    }

    /** How many events there are from a day on. */
    public long count(LocalDate from) {
        return facts(from).count();
    }

    /** The events from a day on, in batches of 1000; from {@link #first} on, also who and what there is. */
    public Iterator<List<Map<String, Object>>> batches(LocalDate from) {
        Iterator<Fact> facts = facts(from).iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return facts.hasNext();
            }

            @Override
            public List<Map<String, Object>> next() {
                if (!facts.hasNext()) {
                    throw new NoSuchElementException();
                }
                List<Map<String, Object>> batch = new ArrayList<>(BATCH);
                while (batch.size() < BATCH && facts.hasNext()) {
                    batch.add(EventWriter.event(facts.next()));
                }
                return batch;
            }
        };
    }

    private Stream<Fact> facts(LocalDate from) {
        // Where the day begins earliest it is tomorrow already.
        Stream<Fact> days = from.datesUntil(today().plusDays(2))
                .flatMap(day -> DemoDay.facts(catalogue, viewers, day, end).stream());
        return from.isAfter(first()) ? days : Stream.concat(beginning(), days);
    }

    private Stream<Fact> beginning() {
        Stream<Fact> arrivals = viewers.stream()
                .flatMap(viewer ->
                        Stream.concat(viewer.arrives(first(), DemoCatalogue.EVER), viewer.chooses(DemoCatalogue.EVER)));
        return Stream.concat(catalogue.facts(), arrivals);
    }
}
