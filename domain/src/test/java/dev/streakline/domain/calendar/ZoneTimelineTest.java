package dev.streakline.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.domain.calendar.ZoneTimeline.ZoneChange;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneTimelineTest {

    private static final Instant NEW_YEAR = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant LANDING = Instant.parse("2024-06-01T10:00:00Z");
    private static final ZoneChange BERLIN = new ZoneChange(NEW_YEAR, ZoneId.of("Europe/Berlin"));
    private static final ZoneChange TOKYO = new ZoneChange(LANDING, ZoneId.of("Asia/Tokyo"));
    private static final ZoneTimeline MOVED = new ZoneTimeline(List.of(BERLIN, TOKYO));

    @ParameterizedTest
    @CsvSource({
        "1960-01-01T00:00:00Z, Europe/Berlin",
        "2024-06-01T09:59:59.999999Z, Europe/Berlin",
        "2024-06-01T10:00:00Z, Asia/Tokyo",
        "2024-06-01T10:00:00.000001Z, Asia/Tokyo"
    })
    void the_first_zone_holds_for_all_before_and_later_ones_from_their_instant_on(Instant instant, String zone) {
        assertThat(MOVED.zoneAt(instant)).isEqualTo(ZoneId.of(zone));
    }

    @Test
    void changes_are_put_in_order() {
        assertThat(ZoneTimeline.of(List.of(TOKYO, BERLIN))).isEqualTo(MOVED);
    }

    @Test
    void of_several_changes_at_one_instant_the_last_holds() {
        ZoneChange paris = new ZoneChange(NEW_YEAR, ZoneId.of("Europe/Paris"));
        assertThat(ZoneTimeline.of(List.of(paris, TOKYO, BERLIN)).changes()).containsExactly(BERLIN, TOKYO);
        assertThat(ZoneTimeline.of(List.of(BERLIN, paris)).changes()).containsExactly(paris);
    }

    @Test
    void without_a_change_everything_is_utc() {
        assertThat(ZoneTimeline.of(List.of())).isEqualTo(ZoneTimeline.UTC);
        assertThat(ZoneTimeline.UTC.zoneAt(LANDING)).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void the_timeline_as_of_an_instant_ends_with_the_instant_itself() {
        assertThat(MOVED.asOf(NEW_YEAR).changes()).containsExactly(BERLIN);
        assertThat(MOVED.asOf(LANDING.minusNanos(1)).changes()).containsExactly(BERLIN);
        assertThat(MOVED.asOf(LANDING)).isEqualTo(MOVED);
    }

    @Test
    void the_first_zone_applies_as_of_instants_before_it_was_named() {
        assertThat(MOVED.asOf(NEW_YEAR.minusNanos(1)).changes()).containsExactly(BERLIN);
        assertThat(MOVED.asOf(Instant.EPOCH).zoneAt(Instant.EPOCH)).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(ZoneTimeline.UTC.asOf(NEW_YEAR)).isEqualTo(ZoneTimeline.UTC);
    }

    @Test
    void a_timeline_has_a_zone_and_ascends() {
        assertThatThrownBy(() -> new ZoneTimeline(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one zone");
        assertThatThrownBy(() -> new ZoneTimeline(List.of(TOKYO, BERLIN))).hasMessageContaining("must ascend");
        assertThatThrownBy(() -> new ZoneTimeline(List.of(BERLIN, BERLIN))).hasMessageContaining("must ascend");
    }

    @Test
    void the_zone_in_force_declared_again_changes_nothing() {
        ZoneChange berlin = new ZoneChange(Instant.parse("2024-01-01T00:00:00Z"), ZoneId.of("Europe/Berlin"));
        ZoneChange again = new ZoneChange(Instant.parse("2024-02-01T00:00:00Z"), berlin.zone());
        ZoneChange tokyo = new ZoneChange(LANDING, ZoneId.of("Asia/Tokyo"));
        ZoneChange back = new ZoneChange(LANDING.plusSeconds(1), berlin.zone());
        assertThat(ZoneTimeline.of(List.of(back, again, tokyo, berlin)).changes())
                .containsExactly(berlin, tokyo, back);
    }
}
