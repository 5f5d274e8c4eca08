package dev.streakline.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The real house on disk: its modules, their sources, and what the build has compiled from them. */
final class House {

    static final String ROOT = "dev.streakline";

    private static final Path TOP = top();

    private House() {}

    static Path directory() {
        return TOP;
    }

    /** Directories with a POM directly below the top, in the order of their names. */
    static List<Path> modules() {
        return list(TOP)
                .filter(module -> Files.isRegularFile(module.resolve("pom.xml")))
                .sorted()
                .toList();
    }

    /** Compiled classes of domain, application and adapters. */
    static JavaClasses production() {
        return Imported.PRODUCTION;
    }

    /** Imported once: that takes seconds. */
    private static final class Imported {
        private static final JavaClasses PRODUCTION = new ClassFileImporter().importPaths(compiled("classes"));
    }

    /** The same with their test classes, in one import, so that a test's supertypes are known. */
    static JavaClasses productionAndTests() {
        return new ClassFileImporter()
                .importPaths(Stream.of("classes", "test-classes")
                        .flatMap(kind -> compiled(kind).stream())
                        .toList());
    }

    /** All Java files, of main and test, in the order of their paths. */
    static List<Path> sources() {
        return modules().stream()
                .map(module -> module.resolve("src"))
                .filter(Files::isDirectory)
                .flatMap(House::walk)
                .filter(file -> file.toString().endsWith(".java"))
                .sorted()
                .toList();
    }

    /** All Markdown: the pages at the top and those below {@code docs}, in the order of their paths. */
    static List<Path> pages() {
        return Stream.concat(list(TOP), walk(TOP.resolve("docs")))
                .filter(file -> file.toString().endsWith(".md"))
                .sorted()
                .toList();
    }

    private static List<Path> compiled(String kind) {
        return modules().stream()
                .filter(module -> module.getFileName().toString().matches("domain|application|adapters-.*"))
                .map(module -> module.resolve("target").resolve(kind))
                .filter(Files::isDirectory)
                .toList();
    }

    private static Path top() {
        Path start = Path.of("").toAbsolutePath();
        for (Path path = start; path != null; path = path.getParent()) {
            if (Files.isRegularFile(path.resolve("mvnw"))) {
                return path;
            }
        }
        throw new IllegalStateException("no directory above " + start + " holds mvnw");
    }

    private static Stream<Path> list(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> walk(Path directory) {
        try (Stream<Path> entries = Files.walk(directory)) {
            return entries.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
