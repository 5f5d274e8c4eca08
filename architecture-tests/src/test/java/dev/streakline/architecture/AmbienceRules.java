package dev.streakline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What code must not take implicitly from the machine: time, chance, location, streams, logs. */
final class AmbienceRules {

    /** Targets as ArchUnit prints them; {@code *} matches any characters. */
    private static final List<String> AMBIENT = List.of(
            "java.time.*.now(*)",
            "java.lang.System.currentTimeMillis()",
            "java.lang.System.nanoTime()",
            "java.lang.System.getenv(*)",
            "java.lang.System.getProperty(*)",
            "java.lang.System.lineSeparator()",
            "java.util.UUID.randomUUID()",
            "java.lang.Math.random()",
            "java.util.Random.<init>()",
            "java.util.SplittableRandom.<init>()",
            "java.util.concurrent.ThreadLocalRandom.current()",
            "java.util.Collections.shuffle(java.util.List)",
            "java.security.SecureRandom.<init>(*)",
            "java.time.ZoneId.systemDefault()",
            "java.time.Clock.system*(*)",
            "java.time.InstantSource.system()",
            "java.util.TimeZone.getDefault()",
            "java.util.Locale.getDefault(*)",
            "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
            "java.lang.String.formatted(*)",
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
            "java.time.format.DateTimeFormatter.ofLocalized*(*)",
            "java.time.format.DateTimeFormatterBuilder.toFormatter()",
            "java.nio.charset.Charset.defaultCharset()",
            "java.lang.String.getBytes()",
            "java.lang.String.<init>([B)");

    private static final List<String> SYSTEM_TIME = List.of(
            "java.time.*.now()",
            "java.time.*.now(java.time.ZoneId)",
            "java.time.Clock.system*(*)",
            "java.time.Clock.tick*(java.time.ZoneId)",
            "java.time.InstantSource.system()",
            "java.lang.System.currentTimeMillis()");

    private static final List<String> STRING_ORDER = List.of(
            "java.lang.String.compareTo(*)",
            "java.lang.String.compareToIgnoreCase(*)",
            "java.lang.String.CASE_INSENSITIVE_ORDER");

    private AmbienceRules() {}

    static void addTo(Rules rules, Packages packages) {
        String domain = packages.in("domain..");
        String application = packages.in("application..");

        rules.add(
                "no-ambient-time-chance-or-locale",
                noClasses()
                        .that()
                        .resideInAnyPackage(domain, application)
                        .should()
                        .accessTargetWhere(target("something ambient", AMBIENT))
                        .because("the same facts give the same statistics on every machine and at every hour"));
        rules.add(
                "system-clock-only-in-wiring",
                noClasses()
                        .that()
                        .resideInAPackage(packages.everything())
                        .and()
                        .resideOutsideOfPackage(packages.in("cli.wiring.."))
                        .should()
                        .accessTargetWhere(target("the system's time of day", SYSTEM_TIME))
                        .because("one clock is made in one place and handed on, so that a test can set it"));
        rules.add(
                "domain-holds-no-clock",
                noClasses()
                        .that()
                        .resideInAPackage(domain)
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(Clock.class, InstantSource.class)
                        .because("time comes into the domain as an Instant or a LocalDate; only use cases ask for it"));
        rules.add(
                "strings-by-code-points",
                noClasses()
                        .that()
                        .resideInAnyPackage(domain, application)
                        .should()
                        .accessTargetWhere(target("an order of UTF-16 units", STRING_ORDER))
                        .because("names are ordered by code points; String.compareTo puts U+1F600 before U+FF21"));
        rules.add(
                "no-standard-streams",
                noClasses()
                        .that()
                        .resideInAPackage(packages.everything())
                        .and()
                        .resideOutsideOfPackage(packages.in("cli.."))
                        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                        .orShould()
                        .accessField(System.class, "in")
                        .because("only the command line has a terminal"));
        rules.add(
                "no-java-util-logging",
                noClasses()
                        .that()
                        .resideInAPackage(packages.everything())
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("java.util.logging..")
                        .because("results say what happened; the edges decide what is written where"));
        rules.add(
                "no-old-dates",
                noClasses()
                        .that()
                        .resideInAPackage(packages.everything())
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(Date.class, Calendar.class, GregorianCalendar.class, TimeZone.class)
                        .because("java.time says what it means"));
        rules.add(
                "no-generic-exceptions",
                noClasses()
                        .that()
                        .resideInAPackage(packages.everything())
                        .should(GeneralCodingRules.THROW_GENERIC_EXCEPTIONS)
                        .because("whoever catches an exception must be able to tell it from the others"));
    }

    private static DescribedPredicate<JavaAccess<?>> target(String description, List<String> globs) {
        Pattern pattern = Pattern.compile(globs.stream()
                .map(glob -> Pattern.quote(glob).replace("*", "\\E.*\\Q"))
                .collect(Collectors.joining("|")));
        return DescribedPredicate.describe(
                description + " " + globs,
                access -> pattern.matcher(access.getTarget().getFullName()).matches());
    }
}
