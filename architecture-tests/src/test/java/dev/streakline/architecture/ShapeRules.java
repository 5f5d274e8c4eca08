package dev.streakline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What classes, fields and parameters look like. */
final class ShapeRules {

    private static final Pattern WORKSPACE =
            Pattern.compile(".*(Builder|Tally|Cursor|Scan|Tracker|Order|Fold|Columns)");

    private static final Set<Class<?>> OPTIONALS =
            Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

    private static final Set<Class<?>> FLOATING = Set.of(double.class, float.class, Double.class, Float.class);

    private static final Set<Class<?>> BOOLEANS = Set.of(boolean.class, Boolean.class);

    private ShapeRules() {}

    static void addTo(Rules rules, Packages packages) {
        String domain = packages.in("domain..");
        String application = packages.in("application..");

        rules.add(
                "domain-fields-final",
                fields().that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(domain)
                        .and()
                        .areNotStatic()
                        .and()
                        .areDeclaredInClassesThat(describe("are no workspaces", type -> !workspace(type)))
                        .should()
                        .beFinal()
                        .because("values do not change; what adds up during one fold is a workspace: a class that is"
                                + " not public, or whose name ends in Builder, Tally, Cursor, Scan, Tracker, Order, Fold or"
                                + " Columns (docs/adr/0002)"));
        rules.add(
                "static-fields-final",
                fields().that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(packages.everything())
                        .and()
                        .areStatic()
                        .should()
                        .beFinal()
                        .because("a program may hold two Streaklines"));
        rules.add(
                "closed-types",
                classes()
                        .that()
                        .resideInAnyPackage(domain, application)
                        .should(satisfy("be an interface, enum, record, sealed or final", ShapeRules::closed))
                        .because("a type that nobody can extend keeps its promises"));
        rules.add(
                "no-floating-point-fields",
                fields().that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(domain)
                        .should(satisfy("not be floating-point", field -> !holds(field, FLOATING)))
                        .because("counts and seconds are integers: sums do not depend on their order"));
        rules.add(
                "no-optional-fields",
                fields().that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(packages.everything())
                        .and(describe("are written by hand", ShapeRules::written))
                        .should(satisfy("not be Optional", field -> !holds(field, OPTIONALS)))
                        .because("Optional is an answer; a field that may be absent is @Nullable or another type"));
        rules.add(
                "no-optional-parameters",
                codeUnits()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(packages.everything())
                        .and(describe("are written by hand", ShapeRules::written))
                        .should(satisfy("not take Optional", unit -> !takes(unit, OPTIONALS)))
                        .because("Optional is an answer; callers have two methods instead"));
        rules.add(
                "no-boolean-parameters",
                codeUnits()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAnyPackage(domain, application)
                        .and()
                        .arePublic()
                        .and(describe(
                                "make no record",
                                unit -> !(unit.isConstructor()
                                        && unit.getOwner().isRecord())))
                        .and(describe("are written by hand", ShapeRules::written))
                        .should(satisfy("not take boolean", unit -> !takes(unit, BOOLEANS)))
                        .because("true says nothing at the call; two methods or an enum do."
                                + " A record may hold a yes or no: its component names it"));
        rules.add(
                "no-instanceof-of-sealed-types",
                classes()
                        .that()
                        .resideInAPackage(packages.everything())
                        .should(notAskForCasesOf(packages.root()))
                        .because("match names every case, so that the compiler finds all places when one is added"));
        rules.add(
                "no-setters",
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAnyPackage(domain, application)
                        .should()
                        .haveNameNotMatching("set[A-Z].*")
                        .because("a change is a new value, and named after what happened"));
        rules.add(
                "no-getters",
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAnyPackage(domain, application)
                        .should()
                        .haveNameNotMatching("get[A-Z].*")
                        .because("accessors are named as records name them"));
    }

    /** Outside the file of a sealed type, which is its outermost class. */
    private static ArchCondition<JavaClass> notAskForCasesOf(String root) {
        return new ArchCondition<>("not check for the cases of a sealed type of another file") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getInstanceofChecks().stream()
                        .filter(check -> check.getRawType().getAllRawInterfaces().stream()
                                .filter(each -> each.getPackageName().startsWith(root) && each.isSealed())
                                .anyMatch(each -> !outermost(each).equals(outermost(type))))
                        .forEach(check -> events.add(SimpleConditionEvent.violated(
                                check,
                                type.getFullName() + "." + check.getOwner().getName() + " checks for a case, in "
                                        + check.getSourceCodeLocation())));
            }
        };
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ShapeRules::outermost).orElse(type);
    }

    private static boolean workspace(JavaClass type) {
        return WORKSPACE.matcher(type.getSimpleName()).matches()
                || !type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getEnclosingClass().filter(ShapeRules::workspace).isPresent();
    }

    /** What MapStruct generates is open, and known to its own package alone. */
    private static boolean closed(JavaClass type) {
        return type.getSimpleName().startsWith("Generated")
                || type.isInterface()
                || type.isEnum()
                || type.isAnonymousClass()
                || type.isSealed()
                || type.getModifiers().contains(JavaModifier.FINAL)
                || type.getRawSuperclass().filter(JavaClass::isEnum).isPresent();
    }

    private static boolean written(JavaMember member) {
        return !member.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean holds(JavaField field, Set<Class<?>> types) {
        return types.stream().anyMatch(field.getRawType().getBaseComponentType()::isEquivalentTo);
    }

    private static boolean takes(JavaCodeUnit unit, Set<Class<?>> types) {
        return unit.getRawParameterTypes().stream()
                .anyMatch(parameter -> types.stream().anyMatch(parameter.getBaseComponentType()::isEquivalentTo));
    }

    private static <T> DescribedPredicate<T> describe(String description, Predicate<T> holds) {
        return DescribedPredicate.describe(description, holds);
    }

    private static <T> ArchCondition<T> satisfy(String description, Predicate<T> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                events.add(new SimpleConditionEvent(item, holds.test(item), item + " should " + description));
            }
        };
    }
}
