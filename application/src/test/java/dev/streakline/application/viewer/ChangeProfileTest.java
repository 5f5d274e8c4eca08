package dev.streakline.application.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.fact.Rejection;
import dev.streakline.application.fact.RejectionCode;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.DeclareFacts;
import dev.streakline.application.intake.EventReader;
import dev.streakline.application.intake.Events;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.ranking.Listing;
import dev.streakline.application.viewer.ChangeProfile.Change;
import dev.streakline.domain.calendar.ZoneTimeline;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeProfileTest {

    private static final ViewerId ADA = new ViewerId("ada");

    private Instant now = Instant.parse("2024-06-15T12:00:00Z");
    private final InstantSource clock = () -> now;
    private final InMemoryStore store = new InMemoryStore();
    private final ChangeProfile changing =
            new ChangeProfile(store.profiles(), new DeclareFacts(new EventReader(clock), store.facts()), clock);
    private final ShowProfile showing = new ShowProfile(store.profiles(), clock);
    private int ids;

    private Optional<Rejection> change(
            @Nullable String zone, @Nullable String name, @Nullable String email, @Nullable Listing listing) {
        ids++;
        return changing.change(ADA, new Change(zone, name, email, listing), "d" + ids, "c" + ids);
    }

    private Profile profile() {
        now = now.plusSeconds(1);
        return store.profiles().find(ADA, now).orElseThrow();
    }

    @Test
    void a_viewer_is_known_from_their_first_change_on() {
        assertThat(showing.show(ADA)).isEmpty();
        assertThat(change("Europe/Berlin", "Ada", null, null)).isEmpty();
        assertThat(profile().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(profile().name()).isEqualTo("Ada");
        assertThat(showing.show(ADA)).contains(new ProfileView(now, "ada", "Europe/Berlin", "Ada", null, true));
    }

    @Test
    void what_is_absent_stays_and_what_is_empty_goes() {
        change("Europe/Berlin", "Ada", "a@b", Listing.UNLISTED);
        change(null, null, "c@d", null);
        assertThat(profile())
                .extracting(Profile::zone, Profile::name, Profile::email, Profile::listing)
                .containsExactly(ZoneId.of("Europe/Berlin"), "Ada", "c@d", Listing.UNLISTED);
        change(null, "", null, Listing.LISTED);
        assertThat(profile())
                .extracting(Profile::name, Profile::email, Profile::listing)
                .containsExactly(null, "c@d", Listing.LISTED);
    }

    @Test
    void a_name_before_any_zone_states_nothing_about_zones() {
        change(null, "Ada", null, null);
        assertThat(profile().zone()).isEqualTo(ZoneOffset.UTC);
        change("Asia/Tokyo", null, null, null);
        assertThat(profile()).extracting(Profile::zone, Profile::name).containsExactly(ZoneId.of("Asia/Tokyo"), "Ada");
        store.facts().append(List.of(Events.watch("ada", "w", "2024-06-01T20:00:00Z", "film")));
        assertThat(store.histories()
                        .history(ADA)
                        .orElseThrow()
                        .history()
                        .zones()
                        .changes())
                .extracting(ZoneTimeline.ZoneChange::zone)
                .containsExactly(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void a_name_alone_can_be_taken_away() {
        change(null, "Ada", null, null);
        change(null, "", null, null);
        assertThat(profile().name()).isNull();
        assertThat(profile().email()).isNull();
    }

    @Test
    void of_two_changes_in_one_microsecond_the_second_holds() {
        ids = 100;
        change(null, "First", null, Listing.UNLISTED);
        ids = 0;
        change(null, "Second", null, Listing.LISTED);
        assertThat(profile()).extracting(Profile::name, Profile::listing).containsExactly("Second", Listing.LISTED);
    }

    @Test
    void an_unknown_zone_is_refused_and_nothing_is_changed() {
        Rejection rejection = change("Mars/Base", "Ada", null, Listing.UNLISTED).orElseThrow();
        assertThat(rejection.code()).isEqualTo(RejectionCode.ZONE_UNKNOWN);
        assertThat(rejection.pointer()).isEqualTo("/data/zone");
        assertThat(showing.show(ADA)).isEmpty();
    }

    @Test
    void nothing_to_change_records_nothing() {
        assertThat(change(null, null, null, null)).isEmpty();
        assertThat(showing.show(ADA)).isEmpty();
    }

    @Test
    void an_id_that_is_taken_is_the_callers_fault() {
        change(null, "Ada", null, null);
        ids = 0;
        assertThatThrownBy(() -> change(null, "Eve", null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("conflict");
    }
}
