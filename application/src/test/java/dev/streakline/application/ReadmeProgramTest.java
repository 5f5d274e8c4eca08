package dev.streakline.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import javax.tools.JavaCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in the README compiles against domain and application alone, and prints the output in the README. */
class ReadmeProgramTest {

    @TempDir
    private Path folder;

    private final String readme = readme();
    private final String classPath = at(dev.streakline.application.memory.InMemoryStore.class)
            + System.getProperty("path.separator")
            + at(dev.streakline.domain.statistics.Fold.class);

    private static String readme() {
        try {
            return Files.readString(Path.of("..", "README.md"));
        } catch (IOException e) {
            throw new IllegalStateException("tests run in their module's folder", e);
        }
    }

    private static Path at(Class<?> type) {
        try {
            CodeSource source = type.getProtectionDomain().getCodeSource();
            return Path.of(Objects.requireNonNull(source).getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private String found(String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(readme);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private void compile() throws IOException {
        compile(found("```java\n(.*?)```"));
    }

    private void compile(String program) throws IOException {
        Path source = Files.writeString(folder.resolve("Example.java"), program);
        JavaCompiler compiler = javax.tools.ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int failed = compiler.run(null, messages, messages, "-proc:none", "-cp", classPath, source.toString());
        assertThat(failed).as(messages.toString(StandardCharsets.UTF_8)).isZero();
    }

    private String run() throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder + System.getProperty("path.separator") + classPath,
                        "Example")
                .redirectErrorStream(true)
                .start();
        String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return printed.strip();
    }

    @Test
    void it_prints_the_output_in_the_readme() throws Exception {
        compile();
        assertThat(run()).isEqualTo(found("It prints `([^`]*)`"));
    }

    @Test
    void the_worker_in_the_readme_compiles_and_ends() throws Exception {
        compile("""
                import dev.streakline.application.Streakline;
                import dev.streakline.application.work.Worker;
                import java.time.InstantSource;

                public class Example {
                    public static void main(String[] args) {
                        Streakline streakline = Streakline.inMemory(InstantSource.system());
                        WORKER
                        System.out.println("closed");
                    }
                }
                """.replace("WORKER", found("```java\n(try \\(Worker .*?)```")));
        assertThat(run()).isEqualTo("closed");
    }

    @Test
    void it_needs_nothing_else() throws IOException {
        compile();
        StringWriter report = new StringWriter();
        PrintWriter out = new PrintWriter(report);
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        jdeps.run(out, out, "--multi-release", "base", "-s", "-recursive", "-cp", classPath, folder.toString());
        assertThat(report.toString()).contains("java.base");
        List<String> needed = report.toString()
                .lines()
                .map(line -> line.substring(line.indexOf("->") + 2).strip())
                .distinct()
                .filter(dependency -> !dependency.equals("java.base"))
                .filter(dependency ->
                        !Path.of(dependency).getFileName().toString().matches("classes|streakline-.*jar"))
                .toList();
        assertThat(needed).as(report.toString()).isEmpty();
    }

    @Test
    void it_is_about_twenty_lines_long() {
        String program = found("```java\n(.*?)```");
        assertThat(program.lines().filter(line -> !line.startsWith("import") && !line.isBlank()))
                .hasSizeLessThanOrEqualTo(20);
    }
}
