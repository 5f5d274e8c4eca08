package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs PostgreSQL's programs. They refuse to work for root, so for root they run in a user namespace of their own. There root
 * has no privileges, but still owns root's files.
 *
 * @param prefix of each command line
 */
record Programs(Path directory, List<String> prefix) {
    private static final Duration TO_UNSHARE = Duration.ofSeconds(10);

    /**
     * The programs among the binaries, for the user of this process.
     *
     * @throws DatabaseUnavailableException when that is root, and root may not make user namespaces here
     */
    static Programs in(Path binaries) throws IOException, InterruptedException {
        boolean isRoot = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        return new Programs(binaries.resolve("bin"), isRoot ? unprivileged() : List.of());
    }

    /** The exit code of a program, and what it wrote to both of its streams. */
    record ProgramOutcome(int exitCode, String output) {}

    /**
     * Runs a program to its end.
     *
     * @param atMost after which it is killed, and counts as failed
     */
    ProgramOutcome run(Duration atMost, String program, List<String> arguments)
            throws IOException, InterruptedException {
        Stream<String> command = Stream.concat(
                prefix.stream(), Stream.of(directory.resolve(program).toString()));
        try {
            return run(atMost, Stream.concat(command, arguments.stream()).toList());
        } catch (IOException failed) {
            throw new DatabaseUnavailableException(
                    "Cannot run PostgreSQL's programs in " + directory + ": " + failed.getMessage()
                            + ". They need the GNU C library, and a disk that is not mounted noexec."
                            + " Choose another folder, or " + DatabaseUnavailableException.ELSEWHERE + ".",
                    failed);
        }
    }

    private static ProgramOutcome run(Duration atMost, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // PGDATA, PGPORT, PGOPTIONS and the like are about other servers.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            boolean ended = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
            // Only what is in the pipe: its end could come as late as the server's.
            InputStream pipe = process.getInputStream();
            String output = new String(pipe.readNBytes(pipe.available()), StandardCharsets.UTF_8);
            return ended
                    ? new ProgramOutcome(process.exitValue(), output)
                    : new ProgramOutcome(-1, output + "not done after " + atMost.toSeconds() + " seconds");
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> unprivileged() throws InterruptedException {
        String failure;
        try {
            ProgramOutcome tried = run(TO_UNSHARE, List.of("unshare", "--user", "true"));
            if (tried.exitCode() == 0) {
                return List.of("unshare", "--user");
            }
            failure = tried.output().strip();
        } catch (IOException absent) {
            failure = String.valueOf(absent.getMessage());
        }
        throw new DatabaseUnavailableException(
                "PostgreSQL refuses to run as root, and 'unshare --user' does not work here (" + failure
                        + "). Run this program as an ordinary user, or " + DatabaseUnavailableException.ELSEWHERE
                        + ".");
    }
}
