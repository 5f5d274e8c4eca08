package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script in the root and the one that builds for it. Maven, and mostly Java, are replaced by scripts that record
 * their calls.
 */
class LauncherTest {

    private static final String MAVEN = """
            #!/bin/sh
            echo built >>../calls
            mkdir -p adapters-cli/target && echo jar >adapters-cli/target/streakline.jar
            """;
    /**
     * Prints its arguments, a line each; stores classes where its arguments name a file, or fails where a file orders
     * it.
     */
    private static final String JAVA = """
            #!/bin/sh
            case $* in
            -version) echo 'openjdk version "17.0.1"' >&2 ;;
            *CdsTrainingRun*)
                echo rehearsed >>"${0%/java/bin/java}/calls"
                [ ! -e "${0%/java/bin/java}/failing" ] || exit 1
                for each; do
                    case $each in -XX:ArchiveClassesAtExit=*) echo classes >"${each#*=}" ;; esac
                done ;;
            *) printf '%s\\n' "$@" ;;
            esac
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    private Path home;
    private Path builder;
    private Path jar;
    private Path archive;

    @BeforeEach
    void layOut() throws IOException {
        home = Files.createDirectory(folder.resolve("a checkout"));
        jar = home.resolve("adapters-cli/target/streakline.jar");
        archive = home.resolve("adapters-cli/target/streakline.jsa");
        Files.copy(Path.of("../streakline"), home.resolve("streakline"));
        builder = home.resolve("adapters-cli/src/main/launcher/build.sh");
        Files.createDirectories(builder.getParent());
        Files.copy(Path.of("src/main/launcher/build.sh"), builder);
        executable(home.resolve("mvnw"), MAVEN);
        Files.createDirectories(folder.resolve("java/bin"));
        executable(folder.resolve("java/bin/java"), JAVA);
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What a run printed. */
    private record Printed(int exitCode, String out, String err) {}

    private Process start(String javaHome, String... args) throws IOException {
        ProcessBuilder launch =
                new ProcessBuilder("sh", home.resolve("streakline").toString());
        launch.command().addAll(List.of(args));
        launch.environment().putAll(Map.of("JAVA_HOME", javaHome, "LC_ALL", "C.UTF-8"));
        launch.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        return launch.start();
    }

    private static Printed ended(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Printed(process.waitFor(), out, err);
    }

    private List<String> arguments(String... args) throws IOException, InterruptedException {
        Printed printed = ended(start(folder.resolve("java").toString(), args));
        assertThat(printed.exitCode()).as(printed.err()).isZero();
        return printed.out().lines().toList();
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    @Test
    void the_first_start_builds_and_rehearses_and_later_ones_profit() throws Exception {
        List<String> first = arguments("stats", "my file", "", "--viewer=*");
        assertThat(first)
                .contains("-XX:SharedArchiveFile=" + archive)
                .endsWith("-jar", jar.toString(), "stats", "my file", "", "--viewer=*");
        assertThat(arguments("stats", "my file", "", "--viewer=*")).isEqualTo(first);
        assertThat(calls()).containsExactly("built", "rehearsed");
        assertThat(jar.resolveSibling("training")).doesNotExist();
    }

    @Test
    void a_rehearsal_that_fails_is_not_repeated_and_keeps_nobody_from_starting() throws Exception {
        Files.createFile(folder.resolve("failing"));
        List<String> plain = List.of("-jar", jar.toString(), "serve");
        assertThat(arguments("serve")).isEqualTo(plain);
        assertThat(arguments("serve")).isEqualTo(plain);
        assertThat(calls()).containsExactly("built", "rehearsed");
    }

    @Test
    void a_jar_that_somebody_else_built_is_rehearsed_too() throws Exception {
        arguments("serve");
        Files.setLastModifiedTime(
                jar,
                FileTime.from(Files.getLastModifiedTime(archive).toInstant().plus(Duration.ofSeconds(1))));
        arguments("serve");
        assertThat(calls()).containsExactly("built", "rehearsed", "rehearsed");
    }

    @Test
    void two_first_starts_build_once() throws Exception {
        String java = folder.resolve("java").toString();
        Process one = start(java, "serve");
        Process other = start(java, "serve");
        assertThat(ended(one).out()).isEqualTo(ended(other).out()).contains("SharedArchiveFile");
        assertThat(calls()).containsExactly("built", "rehearsed");
    }

    @Test
    void a_release_runs_the_jar_beside_the_script_and_builds_nothing() throws Exception {
        Files.delete(builder);
        jar = Files.writeString(home.resolve("streakline.jar"), "jar");
        assertThat(arguments("serve")).containsExactly("-jar", jar.toString(), "serve");
        archive = Files.writeString(home.resolve("streakline.jsa"), "classes");
        assertThat(arguments("serve")).contains("-XX:SharedArchiveFile=" + archive);
        assertThat(folder.resolve("calls")).doesNotExist();
    }

    @Test
    void a_release_without_its_jar_fails_with_advice() throws Exception {
        Files.delete(builder);
        Printed printed = ended(start(folder.resolve("java").toString(), "serve"));
        assertThat(printed.exitCode()).isEqualTo(1);
        assertThat(printed.err())
                .isEqualTo("streakline: there is no streakline.jar in " + home + ". Unpack the release again.\n");
    }

    @Test
    void only_what_is_soon_over_does_without_the_second_compiler() throws Exception {
        String one = "-XX:TieredStopAtLevel=1";
        assertThat(arguments()).contains(one);
        assertThat(arguments("--help")).contains(one);
        assertThat(arguments("key", "list")).contains(one);
        assertThat(arguments("recalculate", "--help")).contains(one);
        for (String command : List.of("serve", "import", "stats", "recalculate", "verify", "demo", "dump", "forget")) {
            assertThat(arguments(command)).doesNotContain(one);
        }
    }

    @Test
    void classes_of_another_jar_or_another_java_are_passed_over_in_silence() throws Exception {
        String java = System.getProperty("java.home");
        arguments("serve");
        writeJar();
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        Printed well = new Printed(0, "well\n", "");
        assertThat(ended(start(java, "serve"))).as("nothing like an archive").isEqualTo(well);

        Process keeping = new ProcessBuilder(
                        java + "/bin/java",
                        "-Xlog:disable",
                        "-XX:ArchiveClassesAtExit=" + archive,
                        "-jar",
                        jar.toString())
                .start();
        assertThat(ended(keeping)).isEqualTo(well);
        assertThat(ended(start(java, "serve"))).as("an archive of this jar").isEqualTo(well);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000));
        assertThat(ended(start(java, "serve"))).as("an archive of another jar").isEqualTo(well);
    }

    private void writeJar() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Well.class.getName());
        String name = Well.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(file, manifest);
                InputStream code = Objects.requireNonNull(Well.class.getResourceAsStream("/" + name))) {
            content.putNextEntry(new JarEntry(name));
            code.transferTo(content);
        }
    }

    /** Replaces the program. */
    public static final class Well {

        private Well() {}

        /** Reports that all is well. */
        public static void main(String[] args) {
            System.out.println("well");
        }
    }
}
