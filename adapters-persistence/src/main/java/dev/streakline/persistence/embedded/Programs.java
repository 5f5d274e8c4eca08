package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs PostgreSQL's programs. They refuse to work for root, so for root they run in a user namespace of their own, where
 * root is nobody: without privileges, but still the owner of root's files.
 */
final class Programs {
    private static final List<String> AS_NOBODY = List.of("unshare", "--user");
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private final Path directory;
    private final List<String> prefix;

    private Programs(Path directory, List<String> prefix) {
        this.directory = directory;
        this.prefix = prefix;
    }

    /**
     * The programs among the binaries, for whoever runs this process.
     *
     * @throws DatabaseUnavailable when that is root, and root may not make user namespaces here
     */
    static Programs in(Path binaries) throws IOException, InterruptedException {
        return new Programs(binaries.resolve("bin"), isRoot() ? asNobody() : List.of());
    }

    /** What a program left behind: its exit code, and what it said on both of its streams. */
    record Outcome(int exitCode, String output) {
        boolean failed() {
            return exitCode != 0;
        }
    }

    /**
     * Runs a program to its end.
     *
     * @param atMost after which it is killed, and counts as failed
     */
    Outcome run(Duration atMost, String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add(directory.resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            return run(atMost, command);
        } catch (IOException failed) {
            throw new DatabaseUnavailable(
                    "Cannot run PostgreSQL's programs in " + directory + ": "
                            + failed.getMessage()
                            + ". They need the GNU C library, and a disk that is not mounted noexec."
                            + " Choose another folder, or " + DatabaseUnavailable.ELSEWHERE + ".",
                    failed);
        }
    }

    private static Outcome run(Duration atMost, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // PGDATA, PGPORT, PGOPTIONS and the like are about other servers.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            boolean ended = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
            String said = said(process);
            return ended
                    ? new Outcome(process.exitValue(), said)
                    : new Outcome(-1, said + "not done after " + atMost.toSeconds() + " seconds");
        } finally {
            process.destroyForcibly();
        }
    }

    /** What is in the pipe; to read to the pipe's end could take as long as the server lives. */
    private static String said(Process process) throws IOException {
        InputStream output = process.getInputStream();
        return new String(output.readNBytes(output.available()), StandardCharsets.UTF_8);
    }

    private static List<String> asNobody() throws InterruptedException {
        try {
            Outcome tried = run(
                    AT_ONCE,
                    Stream.concat(AS_NOBODY.stream(), Stream.of("true")).toList());
            if (!tried.failed()) {
                return AS_NOBODY;
            }
            throw rootRefused(tried.output().strip());
        } catch (IOException absent) {
            throw rootRefused(String.valueOf(absent.getMessage()));
        }
    }

    private static DatabaseUnavailable rootRefused(String why) {
        return new DatabaseUnavailable("PostgreSQL refuses to run as root, and 'unshare --user' does not work here ("
                + why + "). Run this program as an ordinary user, or " + DatabaseUnavailable.ELSEWHERE + ".");
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }
}
