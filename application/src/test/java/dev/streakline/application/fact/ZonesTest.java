package dev.streakline.application.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.intake.Event;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {

    private static String reason(String id) {
        return Zones.lookup(id).match(ZoneId::getId, Function.identity());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "UTC"})
    void a_region_is_found_by_its_exact_name(String id) {
        assertThat(Zones.find(id)).contains(ZoneId.of(id));
        assertThat(Zones.lookup(id)).isEqualTo(new Zones.ZoneLookup.Known(ZoneId.of(id)));
        assertThat(Zones.name(ZoneId.of(id))).isEqualTo(id);
    }

    @Test
    void the_offset_of_utc_has_the_name_utc() {
        assertThat(Zones.name(ZoneOffset.UTC)).isEqualTo("UTC");
    }

    @Test
    void the_version_of_the_data_is_a_year_and_a_letter() {
        assertThat(Zones.dataVersion()).matches("20\\d\\d[a-z]");
    }

    @Test
    void a_zone_that_the_running_java_does_not_have_is_refused_by_name_with_what_to_do() {
        assertThat(Zones.find("Mars/Olympus")).isEmpty();
        assertThat(reason("Mars/Olympus"))
                .isEqualTo("zone \"Mars/Olympus\" is not in the time-zone data of the running Java (version "
                        + Zones.dataVersion()
                        + "). Check the spelling, update Java, or use a zone with the same clock.");
    }

    @Test
    void a_zone_of_newer_data_is_found_or_refused_with_what_to_do() {
        String newer = "America/Coyhaique";
        if (ZoneId.getAvailableZoneIds().contains(newer)) {
            assertThat(Zones.find(newer)).isPresent();
        } else {
            assertThat(reason(newer)).startsWith("zone \"" + newer + "\"").contains("update Java");
        }
    }

    @Test
    void a_name_in_other_letters_is_refused_with_the_right_ones() {
        assertThat(reason("europe/berlin"))
                .isEqualTo("zone \"europe/berlin\" is not the name of a zone: names are compared exactly. Use"
                        + " Europe/Berlin.");
    }

    @ParameterizedTest
    @CsvSource({
        "+02:00, offsets and abbreviations do not define when clocks change",
        "EST, offsets and abbreviations do not define when clocks change",
        "SystemV/PST8, regions of SystemV are not in the time-zone database",
        "Europe/, a part of it is missing",
        "/Berlin, a part of it is missing",
        "America//Lima, a part of it is missing",
        "Europe/Ber lin, it does not have the form of one",
        "../etc/passwd, it does not have the form of one",
        "+02:00/x, it does not have the form of one"
    })
    void a_malformed_name_is_refused_with_another_reason(String id, String because) {
        assertThat(Zones.find(id)).isEmpty();
        assertThat(reason(id))
                .isEqualTo("zone \"" + id + "\" is not the name of a zone: " + because
                        + ". Use a region such as Europe/Berlin, or UTC.");
    }

    @Test
    void a_name_that_is_too_long_is_refused_as_a_text() {
        assertThat(reason("E/" + "x".repeat(127))).startsWith("zone ").contains("128");
    }

    @Test
    void a_fact_is_refused_in_the_same_words() {
        assertThat(Event.viewer().data("zone", "Mars/Olympus").rejection().reason())
                .isEqualTo(reason("Mars/Olympus"));
    }
}
