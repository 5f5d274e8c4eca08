package dev.streakline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ContractCoverageTest {

    @Nested
    class In_the_house {

        private static final Contracts CONTRACTS =
                new Contracts(House.productionAndTests(), In_the_house::comesFromTests, House.ROOT);

        @Test
        void there_are_ports() {
            assertThat(CONTRACTS.ports()).isNotEmpty();
        }

        @Test
        void every_port_has_one_contract_and_every_implementation_runs_it() {
            assertThat(CONTRACTS.gaps()).isEmpty();
        }

        private static boolean comesFromTests(JavaClass type) {
            return type.getSource()
                    .filter(source -> source.getUri().getPath().contains("/target/test-classes/"))
                    .isPresent();
        }
    }

    @Nested
    class In_a_planted_house {

        private static final String PLANTED = "dev.streakline.architecture.plantedports";

        private final Contracts contracts = new Contracts(
                new ClassFileImporter().importPackages(PLANTED),
                type -> type.getSimpleName().matches(".*(Contract|Runs)"),
                PLANTED);

        @Test
        void only_open_public_interfaces_that_are_no_functions_are_ports() {
            assertThat(contracts.ports())
                    .extracting(JavaClass::getSimpleName)
                    .containsExactly("Emptied", "Forgotten", "Held", "Promised", "Twice");
        }

        @Test
        void each_gap_is_reported_and_nothing_else() {
            assertThat(contracts.gaps())
                    .containsExactly(
                            PLANTED + ".application.log.EmptiedContract tests nothing",
                            PLANTED + ".application.log.Forgotten has 0 contracts, not one",
                            PLANTED + ".application.memory.MemoryForgotten runs no contract of Forgotten",
                            PLANTED + ".store.StoredHeld runs no contract of Held",
                            PLANTED + ".application.log.Promised has 0 contracts, not one",
                            PLANTED + ".application.log.Promised has no implementation",
                            PLANTED + ".application.log.Twice has 2 contracts, not one");
        }
    }
}
