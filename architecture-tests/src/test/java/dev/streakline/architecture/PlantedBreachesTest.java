package dev.streakline.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule reports everything in its planted tree that breaks it, and nothing in it that keeps it. */
class PlantedBreachesTest {

    private static final String PLANTED = "dev.streakline.architecture.planted";

    @TestFactory
    Stream<DynamicTest> the_breach_is_reported_of() {
        return Rules.of(House.ROOT).byName().keySet().stream()
                .map(name -> dynamicTest(name, () -> reportsTheTreeOf(name)));
    }

    @Test
    void every_rule_has_a_tree_and_every_tree_a_rule() {
        Set<String> trees = new ClassFileImporter()
                .importPackages(PLANTED).stream()
                        .map(type -> type.getPackageName().substring(PLANTED.length() + 1))
                        .map(below -> below.replaceFirst("\\..*", ""))
                        .collect(Collectors.toSet());
        Set<String> rules = Rules.of(House.ROOT).byName().keySet().stream()
                .map(PlantedBreachesTest::packageOf)
                .collect(Collectors.toSet());
        assertThat(trees).isEqualTo(rules);
    }

    private static void reportsTheTreeOf(String name) {
        String root = PLANTED + "." + packageOf(name);
        JavaClasses tree = new ClassFileImporter().importPackages(root);
        ArchRule rule = Rules.of(root).named(name);
        String report = String.join("\n", rule.evaluate(tree).getFailureReport().getDetails());

        assertThat(tree.stream().filter(PlantedBreachesTest::breaks))
                .as("breaches planted below %s", root)
                .isNotEmpty();
        assertThat(tree).allSatisfy(type -> {
            if (!type.getSimpleName().equals("package-info") && !type.isAnonymousClass()) {
                assertThat(mentions(report, type.getFullName()))
                        .as("%s is reported in%n%s", type.getFullName(), report)
                        .isEqualTo(breaks(type));
            }
            assertThat(type.getMembers()).allSatisfy(member -> {
                if (member.getName().startsWith("breach") || member.getName().startsWith("proper")) {
                    assertThat(mentions(report, type.getFullName() + "." + member.getName()))
                            .as("%s is reported in%n%s", member.getFullName(), report)
                            .isEqualTo(breaks(member));
                }
            });
        });
    }

    private static boolean breaks(JavaClass type) {
        return !type.getSimpleName().equals("package-info")
                && !type.isAnonymousClass()
                && !type.getSimpleName().startsWith("Proper");
    }

    private static boolean breaks(JavaMember member) {
        return member.getName().startsWith("breach");
    }

    private static boolean mentions(String report, String name) {
        return Pattern.compile("(?<![\\w.$])" + Pattern.quote(name) + "(?![\\w$])")
                .matcher(report)
                .find();
    }

    private static String packageOf(String rule) {
        return rule.replace("-", "");
    }
}
