package dev.streakline.architecture;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The packages of one house below a root, and the libraries that it keeps in one place. Every package that a rule names
 * here is remembered, so that a test can find rules about packages that do not exist.
 */
final class Packages {

    private final String root;
    private final Set<String> named = new TreeSet<>();
    private final Set<String> libraries = new TreeSet<>();

    Packages(String root) {
        this.root = root;
    }

    String root() {
        return root;
    }

    /** The whole house; as an ArchUnit pattern. */
    String everything() {
        return root + "..";
    }

    /** A package that must contain classes, {@code domain..} for example; as an ArchUnit pattern. */
    String in(String pattern) {
        String full = root + "." + pattern;
        named.add(full);
        return full;
    }

    /** A foreign package that some class of the house must use; as an ArchUnit pattern. */
    String library(String pattern) {
        libraries.add(pattern);
        return pattern;
    }

    Set<String> named() {
        return Collections.unmodifiableSet(named);
    }

    Set<String> libraries() {
        return Collections.unmodifiableSet(libraries);
    }
}
