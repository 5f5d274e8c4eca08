package dev.streakline.persistence.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.howto.HowToPage;
import dev.streakline.application.howto.SourceCopy;
import dev.streakline.application.intake.Archive;
import dev.streakline.application.intake.EventReader;
import dev.streakline.application.intake.EventWriter;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.TestDatabase;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page {@code docs/how-to/add-a-fact.md} on a copy of the sources. */
class AddAFactPageTest {

    private static final Map<String, Object> EVENT = Map.of(
            "specversion",
            "1.0",
            "type",
            "streakline.bookmark.v1",
            "source",
            "test",
            "id",
            "b-1",
            "subject",
            "ada",
            "time",
            "2024-06-01T20:00:00.123456Z",
            "data",
            Map.of("title", "film", "position", 2_147_483_648L, "note", "the \uD835\uDD04 twist"));

    @Test
    @SuppressWarnings("unchecked") // A class of the copy is known here by its interface only.
    void a_kind_of_fact_that_is_added_as_the_page_shows_is_read_stored_and_dumped(@TempDir Path folder)
            throws Exception {
        HowToPage page = HowToPage.read(Path.of("..", "docs", "how-to", "add-a-fact.md"));
        SourceCopy copy = SourceCopy.into(folder, "application", "adapters-persistence");
        page.applyTo(folder);
        try (URLClassLoader classes = copy.compile(page.files())) {
            BiFunction<Map<String, Object>, DataSource, List<Map<String, Object>>> roundTrip =
                    (BiFunction<Map<String, Object>, DataSource, List<Map<String, Object>>>)
                            classes.loadClass(RoundTrip.class.getName())
                                    .getDeclaredConstructor()
                                    .newInstance();
            assertThat(roundTrip.apply(EVENT, TestDatabase.create()))
                    .as("the event out of memory, and out of PostgreSQL")
                    .containsExactly(EVENT, EVENT);
        }
    }

    @Test
    void a_kind_of_fact_is_four_files_and_a_migration() throws Exception {
        assertThat(HowToPage.read(Path.of("..", "docs", "how-to", "add-a-fact.md"))
                        .files())
                .filteredOn(file -> !file.endsWith(".sql"))
                .hasSizeBetween(3, 4);
    }

    /** Sends an event through both stores; loaded with the copy of the sources. */
    public static final class RoundTrip
            implements BiFunction<Map<String, Object>, DataSource, List<Map<String, Object>>> {

        @Override
        public List<Map<String, Object>> apply(Map<String, Object> event, DataSource connections) {
            ParseResult.Parsed parsed = new EventReader(InstantSource.fixed(Instant.parse("2024-06-15T12:00:00Z")))
                    .read(event)
                    .match(read -> read, rejected -> {
                        throw new AssertionError(rejected.rejection());
                    });
            InMemoryStore memory = new InMemoryStore();
            Database database = new Database(connections);
            database.migrate();
            return List.of(
                    dumped(memory.facts(), memory.archive(), parsed),
                    dumped(new PostgresFactLog(database), new PostgresArchive(database), parsed));
        }

        private static Map<String, Object> dumped(FactLog log, Archive archive, ParseResult.Parsed parsed) {
            log.append(List.of(parsed));
            List<ParseResult.Parsed> dumped = new ArrayList<>();
            archive.forEach(dumped::add, withdrawn -> {});
            Fact fact = parsed.fact();
            if (dumped.size() != 1 || !dumped.get(0).fact().equals(fact)) {
                throw new AssertionError(fact + " came back as " + dumped);
            }
            return EventWriter.event(dumped.get(0));
        }
    }
}
