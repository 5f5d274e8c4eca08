package dev.streakline.application.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link IntakeRuleVersions} promises. */
public abstract class IntakeRuleVersionsContract {

    private static final IntakeRules OTHER = new IntakeRules(OwnFacts.ON, new IntakeLimits(1, 2, 3, 4, 5));

    /** An empty store. */
    protected abstract Store store();

    /**
     * The parts of a store that the contract needs.
     *
     * @param log takes facts in
     * @param rules is held to the contract
     */
    public record Store(FactLog log, IntakeRuleVersions rules) {}

    private IntakeRuleVersions rules;
    private FactLog log;

    @BeforeEach
    void open() {
        Store store = store();
        rules = store.rules();
        log = store.log();
    }

    @Test
    void version_0_is_the_default() {
        assertThat(rules.current()).isEqualTo(new IntakeRuleVersions.IntakeRuleVersion(0, IntakeRules.DEFAULT));
        assertThat(IntakeRules.DEFAULT.viewerFacts()).isEqualTo(OwnFacts.OFF);
    }

    @Test
    void an_adopted_version_is_in_force() {
        assertThat(rules.adopt(OTHER)).isEqualTo(new IntakeRuleVersions.IntakeRuleVersion(1, OTHER));
        assertThat(rules.current()).isEqualTo(new IntakeRuleVersions.IntakeRuleVersion(1, OTHER));
    }

    @Test
    void rules_in_force_get_no_new_number_and_earlier_ones_do() {
        assertThat(rules.adopt(IntakeRules.DEFAULT).number()).isZero();
        rules.adopt(OTHER);
        assertThat(rules.adopt(OTHER).number()).isEqualTo(1);
        assertThat(rules.adopt(IntakeRules.DEFAULT))
                .isEqualTo(new IntakeRuleVersions.IntakeRuleVersion(2, IntakeRules.DEFAULT));
    }

    @Test
    void a_new_store_adopts_its_first_rules() {
        assertThat(rules.adoptFirst(OTHER)).isEqualTo(new IntakeRuleVersions.IntakeRuleVersion(1, OTHER));
        assertThat(rules.adoptFirst(IntakeRules.PERSONAL).rules()).isEqualTo(OTHER);
    }

    @Test
    void a_store_with_rules_or_facts_keeps_its_rules() {
        log.append(List.of(Events.watch("ada", "1", "2024-06-01T20:00:00Z", "film")));
        assertThat(rules.adoptFirst(OTHER).rules()).isEqualTo(IntakeRules.DEFAULT);
        rules.adopt(OTHER);
        rules.adopt(IntakeRules.DEFAULT);
        assertThat(rules.adoptFirst(OTHER)).isEqualTo(new IntakeRuleVersions.IntakeRuleVersion(2, IntakeRules.DEFAULT));
    }
}
