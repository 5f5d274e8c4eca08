package dev.streakline.persistence.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another Java process that opens a folder, and closes it on command. */
final class ServerUserProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;
    private final PrintWriter told;

    private ServerUserProcess(Process process) {
        this.process = process;
        this.said = process.inputReader(UTF_8);
        this.told = new PrintWriter(process.outputWriter(UTF_8), true);
    }

    /** Begins a process; it has the server as soon as {@link #url} answers. */
    static ServerUserProcess of(Path folder) throws IOException {
        return of(folder, System.getProperty("java.class.path"));
    }

    /** Begins a process with another class path, by a command that runs what follows it. */
    static ServerUserProcess of(Path folder, String classPath, String... runner) throws IOException {
        List<String> command = new ArrayList<>(List.of(runner));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath));
        command.addAll(List.of(ServerUserProcess.class.getName(), folder.toString()));
        return new ServerUserProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** That it was given, or why there is none. */
    String url() throws IOException {
        return String.valueOf(said.readLine());
    }

    /** Has it close its database and end. */
    void leave() throws InterruptedException {
        told.println("leave");
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("process " + process.pid() + " does not end in order");
        }
    }

    /** Kills it, and waits until all its threads have ended: until then it has its locks. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Opens the named folder, prints where the database is, and waits for a line. */
    public static void main(String[] args) throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(Path.of(args[0]), word -> {})) {
            System.out.println(database.url());
            int next = System.in.read();
            if (next < 0) {
                Runtime.getRuntime().halt(1);
            }
        } catch (DatabaseUnavailableException unavailable) {
            System.out.println(unavailable.getMessage());
        }
    }
}
