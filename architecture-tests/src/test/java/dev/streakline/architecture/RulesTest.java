package dev.streakline.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RulesTest {

    private static final Rules RULES = Rules.of(House.ROOT);

    @TestFactory
    Stream<DynamicTest> the_house_keeps() {
        JavaClasses classes = House.production();
        return RULES.byName().entrySet().stream()
                .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(classes)));
    }

    @Test
    void the_feature_graph_is_printed_by_its_rule() {
        assertThat(RULES.named("domain-feature-graph").getDescription())
                .contains("calendar → nothing", "streak → calendar", "history → calendar, catalogue, lifetime, streak");
    }

    @Test
    void every_rule_has_a_reason() {
        assertThat(RULES.byName().values())
                .extracting(ArchRule::getDescription)
                .allSatisfy(description -> assertThat(description).contains(", because "));
    }
}
