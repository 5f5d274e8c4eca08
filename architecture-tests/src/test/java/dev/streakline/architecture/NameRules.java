package dev.streakline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What classes and packages are called, and what every package says of itself. */
final class NameRules {

    private static final String VAGUE_CLASS = ".*[.$](\\w*(Impl|Utils?|Helpers?|Manager|Base|Dto|DTO)|Base[A-Z]\\w*)";

    private static final String[] VAGUE_PACKAGES = {
        "common", "shared", "util", "utils", "misc", "core", "base", "helper", "helpers"
    };

    private NameRules() {}

    static void addTo(Rules rules, Packages packages) {
        rules.add(
                "no-vague-class-names",
                noClasses()
                        .that()
                        .resideInAPackage(packages.everything())
                        .should()
                        .haveNameMatching(VAGUE_CLASS)
                        .because("a name says what the thing is, in words of the business"));
        rules.add(
                "no-vague-package-names",
                noClasses()
                        .should()
                        .resideInAnyPackage(Stream.of(VAGUE_PACKAGES)
                                .map(name -> packages.everything() + name + "..")
                                .toArray(String[]::new))
                        .because("what two features need is a third feature"));
        rules.add(
                "null-marked-packages",
                classes()
                        .that()
                        .resideInAPackage(packages.everything())
                        .should(liveInANullMarkedPackage())
                        .because("null is checked where the package asks for it, and nowhere else"));
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        item,
                        item.getPackage().isAnnotatedWith(NullMarked.class),
                        item.getFullName() + " lives in a package that is not @NullMarked"));
            }
        };
    }
}
