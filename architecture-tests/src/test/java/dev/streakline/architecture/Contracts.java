package dev.streakline.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The ports without a complete contract.
 *
 * <p>A <b>port</b> is a public top-level interface below {@code <root>.application}. Three kinds of interface are none:
 * annotations, sealed interfaces (closed sets of values) and those with {@code @FunctionalInterface} (what a caller
 * passes in for one call, a lambda mostly). The <b>contract</b> of the port {@code FactLog} is the one abstract test
 * class {@code FactLogContract} of the application. An <b>implementation</b> runs it when a concrete test class that
 * extends the contract uses the implementation, or the class that the implementation is nested in.
 */
final class Contracts {

    private final JavaClasses classes;
    private final Predicate<JavaClass> isTest;
    private final String application;

    /**
     * Analyses classes below a root.
     *
     * @param classes production and test classes, from one import
     * @param isTest selects the test classes among them
     * @param root the root package
     */
    Contracts(JavaClasses classes, Predicate<JavaClass> isTest, String root) {
        this.classes = classes;
        this.isTest = isTest;
        this.application = root + ".application.";
    }

    /** All ports, in the order of their names. */
    List<JavaClass> ports() {
        return classes.stream()
                .filter(this::isPort)
                .sorted((a, b) -> a.getName().compareTo(b.getName()))
                .toList();
    }

    /**
     * One sentence for each thing that is missing; empty when every port has its contract and every implementation runs
     * it.
     */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        for (JavaClass port : ports()) {
            List<JavaClass> contracts = contractsOf(port);
            if (contracts.size() != 1) {
                gaps.add("%s has %d contracts, not one".formatted(port.getName(), contracts.size()));
            }
            contracts.stream()
                    .filter(contract -> !testsAnything(contract))
                    .forEach(contract -> gaps.add(contract.getName() + " tests nothing"));
            List<JavaClass> implementations = implementationsOf(port);
            if (implementations.isEmpty()) {
                gaps.add(port.getName() + " has no implementation");
            }
            implementations.stream()
                    .filter(implementation -> contracts.stream().noneMatch(contract -> runs(implementation, contract)))
                    .forEach(implementation ->
                            gaps.add(implementation.getName() + " runs no contract of " + port.getSimpleName()));
        }
        return gaps;
    }

    private boolean isPort(JavaClass type) {
        return inApplication(type)
                && !isTest.test(type)
                && type.isInterface()
                && !type.isAnnotation()
                && !type.isSealed()
                && type.isTopLevelClass()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getSimpleName().equals("package-info")
                && !type.isAnnotatedWith(FunctionalInterface.class);
    }

    private List<JavaClass> contractsOf(JavaClass port) {
        return classes.stream()
                .filter(isTest)
                .filter(this::inApplication)
                .filter(type -> type.getSimpleName().equals(port.getSimpleName() + "Contract"))
                .filter(type -> type.getModifiers().contains(JavaModifier.ABSTRACT))
                .toList();
    }

    private List<JavaClass> implementationsOf(JavaClass port) {
        return port.getAllSubclasses().stream()
                .filter(isTest.negate())
                .filter(Contracts::isConcrete)
                .sorted((a, b) -> a.getName().compareTo(b.getName()))
                .toList();
    }

    private boolean inApplication(JavaClass type) {
        return type.getName().startsWith(application);
    }

    private boolean testsAnything(JavaClass contract) {
        return withNested(contract)
                .flatMap(type -> type.getMethods().stream())
                .flatMap(method -> method.getAnnotations().stream())
                .anyMatch(annotation -> annotation.getRawType().getPackageName().startsWith("org.junit.jupiter"));
    }

    private boolean runs(JavaClass implementation, JavaClass contract) {
        return contract.getAllSubclasses().stream()
                .filter(Contracts::isConcrete)
                .flatMap(this::withNested)
                .flatMap(test -> test.getDirectDependenciesFromSelf().stream())
                .anyMatch(dependency -> enclosing(implementation).anyMatch(dependency.getTargetClass()::equals));
    }

    private Stream<JavaClass> withNested(JavaClass type) {
        return classes.stream().filter(other -> enclosing(other).anyMatch(type::equals));
    }

    private static Stream<JavaClass> enclosing(JavaClass type) {
        return Stream.iterate(
                type, each -> each != null, each -> each.getEnclosingClass().orElse(null));
    }

    private static boolean isConcrete(JavaClass type) {
        return !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT);
    }
}
