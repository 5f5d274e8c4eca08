package dev.streakline.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Limits that keep files readable. If you reach one, split the file, or argue for another limit. */
class HousekeepingTest {

    private static final int LINES_OF_THE_PARENT = 300;
    private static final int LINES_OF_A_MODULE = 60;
    private static final int LINES_OF_A_CLASS = 400;

    @Test
    void the_parent_pom_is_short() {
        assertThat(House.directory().resolve("pom.xml")).satisfies(pom -> hasAtMost(LINES_OF_THE_PARENT, pom));
    }

    @TestFactory
    Stream<DynamicTest> a_modules_pom_is_short() {
        return House.modules().stream()
                .map(module -> module.resolve("pom.xml"))
                .map(pom -> dynamicTest(shown(pom), () -> hasAtMost(LINES_OF_A_MODULE, pom)));
    }

    @Test
    void every_java_file_is_short() {
        assertThat(House.sources()).isNotEmpty().allSatisfy(file -> hasAtMost(LINES_OF_A_CLASS, file));
    }

    @Test
    void every_package_explains_its_words() {
        assertThat(House.sources().stream()
                        .filter(file -> shown(file).contains("/src/main/java/"))
                        .map(Path::getParent)
                        .distinct())
                .isNotEmpty()
                .allSatisfy(directory -> assertThat(directory.resolve("package-info.java"))
                        .isRegularFile()
                        .content()
                        .startsWith("/**")
                        .contains("@NullMarked"));
    }

    private static void hasAtMost(int lines, Path file) throws IOException {
        assertThat(Files.readAllLines(file)).as("lines of %s", shown(file)).hasSizeLessThanOrEqualTo(lines);
    }

    private static String shown(Path file) {
        return House.directory().relativize(file).toString().replace('\\', '/');
    }
}
