package dev.streakline.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Driver;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The allowed dependencies between modules, features and libraries. */
final class DirectionRules {

    /** The adapters that exist. */
    private static final List<String> ADAPTERS = List.of("cli", "http", "persistence");

    /** The features of the domain, and the features that each of them knows. */
    private static final Map<String, Set<String>> FEATURES = new TreeMap<>(Map.of(
            "calendar", Set.of(),
            "catalogue", Set.of(),
            "streak", Set.of("calendar"),
            "viewing", Set.of("calendar", "catalogue"),
            "milestone", Set.of("calendar"),
            "lifetime", Set.of("calendar", "streak", "viewing"),
            "ranking", Set.of("catalogue"),
            "policy", Set.of("calendar", "milestone", "streak", "viewing"),
            "history", Set.of("calendar", "catalogue", "lifetime", "streak"),
            "statistics",
                    Set.of(
                            "calendar",
                            "catalogue",
                            "history",
                            "lifetime",
                            "milestone",
                            "policy",
                            "streak",
                            "viewing")));

    private static final String[] DOMAIN_MAY_USE = {
        "java.lang",
        "java.lang.invoke",
        "java.lang.runtime",
        "java.math",
        "java.time..",
        "java.util",
        "java.util.concurrent",
        "java.util.function",
        "java.util.regex",
        "java.util.stream",
        "org.jspecify.annotations"
    };

    private static final String[] APPLICATION_MAY_USE_TOO = {
        "jakarta.validation..",
        "java.nio",
        "java.nio.charset",
        "java.security",
        "java.util.concurrent.atomic",
        "java.util.concurrent.locks",
        "org.mapstruct.."
    };

    private static final String[] JSON_MAY_USE = {
        "com.fasterxml.jackson..",
        "jakarta.validation..",
        "java.io",
        "java.lang",
        "java.lang.invoke",
        "java.lang.runtime",
        "java.nio.charset",
        "java.time",
        "java.util",
        "java.util.function",
        "java.util.stream",
        "org.hibernate.validator..",
        "org.jspecify.annotations"
    };

    private DirectionRules() {}

    static void addTo(Rules rules, Packages packages) {
        String domain = packages.in("domain..");
        String application = packages.in("application..");
        String json = packages.in("json..");
        String[] adapters =
                ADAPTERS.stream().map(name -> packages.in(name + "..")).toArray(String[]::new);

        rules.add(
                "domain-allow-list",
                onlyDependOn(domain, Stream.of(Stream.of(domain), Stream.of(DOMAIN_MAY_USE)))
                        .because("the domain is embedded in other people's programs: it needs nothing but a JDK"));
        rules.add(
                "application-allow-list",
                onlyDependOn(
                                application,
                                Stream.of(
                                        Stream.of(domain, application),
                                        Stream.of(DOMAIN_MAY_USE),
                                        Stream.of(APPLICATION_MAY_USE_TOO)),
                                belongToAnyOf(InputStream.class, IOException.class))
                        .because("use cases reach files, networks and databases through ports only; a port may take a"
                                + " stream that its caller has opened"));
        rules.add(
                "adapters-are-unknown-inside",
                noClasses()
                        .that()
                        .resideInAnyPackage(domain, application)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(adapters)
                        .because("adapters depend on the application, never the other way round"));
        rules.add(
                "adapters-meet-in-wiring",
                noClasses()
                        .that()
                        .resideInAnyPackage(adapters)
                        .and()
                        .resideOutsideOfPackage(packages.in("cli.wiring.."))
                        .should(dependOnAnotherOf(adapters))
                        .because("one adapter can be replaced without the others, which know it by its ports"));
        rules.add(
                "json-allow-list",
                onlyDependOn(json, Stream.of(Stream.of(json), Stream.of(JSON_MAY_USE)))
                        .because("adapters share how JSON is read and written, and nothing else"));
        rules.add(
                "no-package-cycles",
                slices().matching(packages.root() + ".(**)")
                        .should()
                        .beFreeOfCycles()
                        .because("packages that need each other are one package, or lack a third"));
        rules.add("domain-feature-graph", domainFeatureGraph(domain, packages));

        rules.add(
                "jackson-only-where-json-is",
                confined(packages, "com.fasterxml.jackson..", "cli.format..", "http..", "json.."));
        rules.add("nimbus-only-in-credential", confined(packages, "com.nimbusds..", "http.credential.."));
        rules.add("javalin-only-in-http", confined(packages, "io.javalin..", "http.."));
        rules.add("jetty-only-in-http", confined(packages, "org.eclipse.jetty..", "http.."));
        rules.add("picocli-only-in-cli", confined(packages, "picocli..", "cli.."));
        rules.add("jdbi-only-in-persistence", confined(packages, "org.jdbi..", "persistence.."));
        rules.add("flyway-only-in-persistence", confined(packages, "org.flywaydb..", "persistence.database.."));
        rules.add("java-sql-only-in-persistence", confined(packages, "java.sql..", "persistence.."));
        rules.add(
                "connections-only-through-scopes",
                noClasses()
                        .that()
                        .resideInAPackage(packages.everything())
                        .and()
                        .resideOutsideOfPackages(
                                packages.in("persistence.database.."), packages.in("persistence.embedded.."))
                        .should()
                        .accessTargetWhere(obtainsAConnection())
                        .because(
                                "a statement outside of a scope runs as the user of the connection, who may see the rows"
                                        + " of every creator; the embedded server is only asked whether it is there"));
        rules.add("commons-csv-only-in-format", confined(packages, "org.apache.commons.csv..", "cli.format.."));
        rules.add(
                "formats-behind-their-port",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(packages.in("cli.format.."), packages.in("cli.wiring.."))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(packages.in("cli.format.."))
                        .because(
                                "commands read histories through HistoryReaders, as a page does: wiring gives it to both"));
    }

    private static ClassesShouldConjunction onlyDependOn(String which, Stream<Stream<String>> allowed) {
        return onlyDependOn(which, allowed, DescribedPredicate.alwaysFalse());
    }

    private static ClassesShouldConjunction onlyDependOn(
            String which, Stream<Stream<String>> allowed, DescribedPredicate<? super JavaClass> others) {
        return classes()
                .that()
                .resideInAPackage(which)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(allowed.flatMap(part -> part).toArray(String[]::new))
                                .or(others));
    }

    private static ArchCondition<JavaClass> dependOnAnotherOf(String... adapters) {
        return new ArchCondition<>("depend on another adapter") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String own = Stream.of(adapters)
                        .filter(adapter -> isIn(adapter, type))
                        .findFirst()
                        .orElseThrow();
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> Stream.of(adapters)
                                .filter(adapter -> !adapter.equals(own))
                                .anyMatch(other -> isIn(other, dependency.getTargetClass())))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.satisfied(dependency, dependency.getDescription())));
            }
        };
    }

    private static boolean isIn(String pattern, JavaClass type) {
        return PackageMatcher.of(pattern).matches(type.getPackageName());
    }

    private static ArchRule domainFeatureGraph(String domain, Packages packages) {
        FEATURES.keySet().forEach(feature -> packages.in("domain." + feature + ".."));
        return classes()
                .that()
                .resideInAPackage(domain)
                .should(new KeepToFeatureGraph(packages.root() + ".domain", FEATURES))
                .because("an edge that is not in this graph is a decision: make it here, in the open");
    }

    /** A call, or a reference to a method, that gives a connection or what gives connections. */
    private static DescribedPredicate<JavaAccess<?>> obtainsAConnection() {
        return DescribedPredicate.describe("obtains a connection", access -> {
            JavaClass owner = access.getTargetOwner();
            String name = access.getTarget().getName();
            return owner.isAssignableTo("org.jdbi.v3.core.Jdbi")
                    || (name.equals("getJdbi") && owner.isAssignableTo("org.jdbi.v3.core.Handle"))
                    || (name.equals("openConnection") && owner.isAssignableTo("org.jdbi.v3.core.ConnectionFactory"))
                    || (name.equals("connect") && owner.isAssignableTo(Driver.class))
                    || (name.equals("getConnection")
                            && (owner.isAssignableTo(DataSource.class) || owner.isAssignableTo(DriverManager.class)));
        });
    }

    private static ArchRule confined(Packages packages, String library, String... homes) {
        String[] allowed = Stream.of(homes).map(packages::in).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(packages.everything())
                .and()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packages.library(library))
                .because("a library is known where its format or its surface is, so that it can be replaced there");
    }
}
