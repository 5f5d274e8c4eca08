package dev.streakline.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A rule about a package that does not exist, or a library that is not used, would stay for ever. */
class EveryNamedPackageHasClassesTest {

    private static final JavaClasses CLASSES = House.production();
    private static final Rules RULES = Rules.of(House.ROOT);

    @TestFactory
    Stream<DynamicTest> of_the_house() {
        return RULES.packagesNamed().stream()
                .map(pattern -> dynamicTest(
                        pattern,
                        () -> assertThat(CLASSES.stream()
                                        .filter(type -> !type.getSimpleName().equals("package-info"))
                                        .map(JavaClass::getPackageName))
                                .as("packages with classes that match %s", pattern)
                                .anyMatch(PackageMatcher.of(pattern)::matches)));
    }

    @TestFactory
    Stream<DynamicTest> of_a_library() {
        return RULES.librariesNamed().stream()
                .map(pattern -> dynamicTest(
                        pattern,
                        () -> assertThat(CLASSES.stream()
                                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                                        .map(dependency ->
                                                dependency.getTargetClass().getPackageName()))
                                .as("packages used by the house that match %s", pattern)
                                .anyMatch(PackageMatcher.of(pattern)::matches)));
    }
}
