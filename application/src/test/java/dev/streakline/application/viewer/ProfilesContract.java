package dev.streakline.application.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.PauseFact;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.Events;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.ranking.Listing;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Profiles} promises. */
public abstract class ProfilesContract {

    /** An empty store. */
    protected abstract Store store();

    /**
     * The parts of a store that the contract needs.
     *
     * @param log takes the facts in
     * @param profiles is held to the contract
     */
    public record Store(FactLog log, Profiles profiles) {}

    private FactLog log;
    private Profiles profiles;
    private final ViewerId ada = new ViewerId("ada");

    @BeforeEach
    void open() {
        Store store = store();
        log = store.log();
        profiles = store.profiles();
    }

    @Test
    void there_is_none_before_the_first_fact() {
        log.append(List.of(Events.movie("film", "t"), Events.watch("bob", "1", "2024-06-14T20:00:00Z", "film")));
        assertThat(profiles.find(ada, Events.NOW)).isEmpty();
    }

    @Test
    void a_viewer_without_a_profile_is_in_utc_and_listed() {
        log.append(List.of(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film")));
        assertThat(profiles.find(ada, Events.NOW))
                .contains(new Profile(ada, ZoneOffset.UTC, null, null, Listing.LISTED, List.of(), null));
    }

    @Test
    void the_latest_fact_about_a_viewer_holds_as_a_whole() {
        log.append(List.of(
                viewer("2", "2024-03-01T00:00:00Z", Map.of("zone", "Asia/Tokyo", "name", "Ada")),
                viewer("1", "2024-01-01T00:00:00Z", Map.of("zone", "Europe/Berlin", "name", "A", "email", "a@b"))));
        Profile profile = profiles.find(ada, Events.NOW).orElseThrow();
        assertThat(profile.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(profile.name()).isEqualTo("Ada");
        assertThat(profile.email()).isNull();
    }

    @Test
    void a_fact_without_a_zone_leaves_the_zone_as_it_is() {
        log.append(List.of(viewer("1", "2024-02-01T00:00:00Z", Map.of("name", "Ada"))));
        assertThat(profiles.find(ada, Events.NOW).orElseThrow())
                .extracting(Profile::zone, Profile::name)
                .containsExactly(ZoneOffset.UTC, "Ada");
        log.append(List.of(
                viewer("2", "2024-03-01T00:00:00Z", Map.of("zone", "Asia/Tokyo")),
                viewer("3", "2024-04-01T00:00:00Z", Map.of("email", "a@b"))));
        assertThat(profiles.find(ada, Events.NOW).orElseThrow())
                .extracting(Profile::zone, Profile::name, Profile::email)
                .containsExactly(ZoneId.of("Asia/Tokyo"), null, "a@b");
    }

    @Test
    void an_empty_name_is_none() {
        log.append(List.of(
                viewer("1", "2024-02-01T00:00:00Z", Map.of("name", "Ada")),
                viewer("2", "2024-03-01T00:00:00Z", Map.of("name", ""))));
        assertThat(profiles.find(ada, Events.NOW).orElseThrow().name()).isNull();
    }

    @Test
    void of_facts_of_one_time_the_greater_id_holds() {
        log.append(List.of(
                viewer("b", "2024-03-01T00:00:00Z", Map.of("zone", "Asia/Tokyo", "name", "Ada")),
                viewer("a", "2024-03-01T00:00:00Z", Map.of("zone", "Europe/Berlin", "name", "Eve")),
                choice("2024-03-01T00:00:00Z", true, "ca"),
                choice("2024-03-01T00:00:00Z", false, "cb")));
        Profile profile = profiles.find(ada, Events.NOW).orElseThrow();
        assertThat(profile.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(profile.name()).isEqualTo("Ada");
        assertThat(profile.listing()).isEqualTo(Listing.UNLISTED);
    }

    @Test
    void a_zone_that_begins_later_is_not_in_force_and_a_name_of_then_is() {
        log.append(List.of(
                viewer("1", "2024-01-01T00:00:00Z", Map.of("zone", "Europe/Berlin", "name", "Ada")),
                viewer("2", "2024-06-15T12:03:00Z", Map.of("zone", "Asia/Tokyo", "name", "Eve"))));
        Profile profile = profiles.find(ada, Events.NOW).orElseThrow();
        assertThat(profile.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(profile.name()).isEqualTo("Eve");
        assertThat(profile.latest()).isEqualTo(Instant.parse("2024-06-15T12:03:00Z"));
    }

    @Test
    void what_was_withdrawn_does_not_hold() {
        ParseResult.Parsed later = choice("2024-03-02T00:00:00Z", false, "2");
        ParseResult.Parsed pause = pause("p1", "2024-03-01T00:00:00Z", "2024-05-09");
        log.append(List.of(choice("2024-03-01T00:00:00Z", true, "1"), later, pause));
        assertThat(profiles.find(ada, Events.NOW).orElseThrow().listing()).isEqualTo(Listing.UNLISTED);
        log.withdraw(later.fact().id());
        log.withdraw(pause.fact().id());
        assertThat(profiles.find(ada, Events.NOW).orElseThrow().listing()).isEqualTo(Listing.LISTED);
        assertThat(profiles.find(ada, Events.NOW).orElseThrow().pauses()).isEmpty();
    }

    @Test
    void of_declared_pauses_the_newest_stands_last() {
        log.append(List.of(
                pause("p2", "2024-03-02T00:00:00Z", "2024-05-05"), pause("p1", "2024-03-01T00:00:00Z", "2024-05-09")));
        assertThat(profiles.find(ada, Events.NOW).orElseThrow().pauses())
                .extracting(PauseFact::to)
                .map(Object::toString)
                .containsExactly("2024-05-09", "2024-05-05");
    }

    @Test
    void there_is_none_of_the_forgotten() {
        log.append(List.of(viewer("1", "2024-01-01T00:00:00Z", Map.of("zone", "Europe/Berlin", "name", "Ada"))));
        log.erase(ada);
        assertThat(profiles.find(ada, Events.NOW)).isEmpty();
    }

    private static ParseResult.Parsed viewer(String id, String time, Map<String, Object> data) {
        return Events.read(Events.event("viewer", "ada", id, time, data));
    }

    private static ParseResult.Parsed choice(String time, boolean listed, String id) {
        return Events.read(Events.event("ranking-choice", "ada", id, time, Map.of("listed", listed)));
    }

    private static ParseResult.Parsed pause(String id, String time, String to) {
        return Events.read(Events.event("pause", "ada", id, time, Map.of("from", "2024-05-01", "to", to)));
    }
}
