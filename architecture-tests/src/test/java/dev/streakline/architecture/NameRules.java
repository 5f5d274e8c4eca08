package dev.streakline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules for names of classes and packages, and for the documentation of packages. */
final class NameRules {

    private static final String VAGUE_CLASS = ".*[.$](\\w*(Impl|Utils?|Helpers?|Manager|Base|Dto|DTO)|Base[A-Z]\\w*)";

    private static final String[] VAGUE_PACKAGES = {
        "common", "shared", "util", "utils", "misc", "core", "base", "helper", "helpers"
    };

    /** Nested types whose name describes their role in the type around them, as Map.Entry does. */
    private static final Set<String> RELATIVE_NAMES = Set.of("Builder", "Cases");

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
                "unique-simple-names",
                classes()
                        .that()
                        .resideInAPackage(packages.everything())
                        .and(arePrintedWithoutTheirPackage())
                        .should(shareTheirSimpleNameWithNoOther())
                        .because("who reads a name knows which type it is, without its imports"));
        rules.add(
                "null-marked-packages",
                classes()
                        .that()
                        .resideInAPackage(packages.everything())
                        .should(liveInANullMarkedPackage())
                        .because("null is checked where the package asks for it, and nowhere else"));
    }

    private static DescribedPredicate<JavaClass> arePrintedWithoutTheirPackage() {
        return DescribedPredicate.describe(
                "are named and not private",
                type -> !type.getSimpleName().isEmpty()
                        && !type.getSimpleName().equals("package-info")
                        && !type.isLocalClass()
                        && !type.getModifiers().contains(JavaModifier.PRIVATE)
                        && !RELATIVE_NAMES.contains(type.getSimpleName()));
    }

    private static ArchCondition<JavaClass> shareTheirSimpleNameWithNoOther() {
        return new ArchCondition<>("share their simple name with no other") {
            private final Map<String, List<JavaClass>> bySimpleName = new HashMap<>();

            @Override
            public void init(Collection<JavaClass> all) {
                all.forEach(type -> bySimpleName
                        .computeIfAbsent(type.getSimpleName(), unseen -> new ArrayList<>())
                        .add(type));
            }

            @Override
            public void check(JavaClass item, ConditionEvents events) {
                List<JavaClass> same = bySimpleName.getOrDefault(item.getSimpleName(), List.of());
                events.add(new SimpleConditionEvent(
                        item, same.size() == 1, item.getFullName() + " is one of " + same.size() + " of this name"));
            }
        };
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
