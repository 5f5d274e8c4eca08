package dev.streakline.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * All rules by name, for one root package. A rule is added in one of the four families below, and its breach is planted
 * under the rule's name; {@code PlantedBreachesTest} fails until both exist.
 */
final class Rules {

    private final Packages packages;
    private final Map<String, ArchRule> byName = new LinkedHashMap<>();

    private Rules(Packages packages) {
        this.packages = packages;
    }

    static Rules of(String root) {
        Rules rules = new Rules(new Packages(root));
        DirectionRules.addTo(rules, rules.packages);
        AmbienceRules.addTo(rules, rules.packages);
        ShapeRules.addTo(rules, rules.packages);
        NameRules.addTo(rules, rules.packages);
        return rules;
    }

    void add(String name, ArchRule rule) {
        if (!name.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("a rule's name is words joined by hyphens, not " + name);
        }
        if (byName.putIfAbsent(name, rule) != null) {
            throw new IllegalArgumentException("two rules are named " + name);
        }
    }

    Map<String, ArchRule> byName() {
        return Collections.unmodifiableMap(byName);
    }

    ArchRule named(String name) {
        ArchRule rule = byName.get(name);
        if (rule == null) {
            throw new IllegalArgumentException("no rule is named " + name);
        }
        return rule;
    }

    /** Patterns of the packages of the house that the rules name. */
    Set<String> packagesNamed() {
        return packages.named();
    }

    /** Patterns of the libraries that the rules keep to certain packages. */
    Set<String> librariesNamed() {
        return packages.libraries();
    }
}
