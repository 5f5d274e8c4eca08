package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The server of one cluster, running or not. Whoever starts or stops it is at the door, and alone there. */
final class Server {
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);
    private static final Duration TO_END_WITHOUT_POSTMASTER = Duration.ofSeconds(2);
    private static final Duration LONGER_THAN_PG_CTL_WAITS = Duration.ofSeconds(75);
    private static final String PG_CTL_WAITS = "--timeout=60";

    private static final int STARTS = 3;
    private static final int STOPS = 2;
    private static final Duration TO_STOP = Duration.ofSeconds(15);
    private static final int LINES_OF_THE_LOG = 15;
    private static final Pattern OF_OUR_KNOCKING =
            Pattern.compile("the database system is (shutting down|starting up|not yet accepting|in recovery)");

    /**
     * Nobody comes in but over this machine's own network. That a commit which was acknowledged is on the disk is
     * PostgreSQL's own default, and not given here: what is given here goes before ALTER SYSTEM.
     */
    private static final String SETTINGS = String.join(
            " ",
            "-c listen_addresses=127.0.0.1",
            "-c unix_socket_directories=''",
            "-c shared_buffers=256MB",
            "-c max_connections=100",
            "-c max_wal_size=2GB");

    private final ServerFolder folder;
    private final Programs programs;
    private final String password;
    private final ServerProcesses processes;

    Server(ServerFolder folder, Programs programs, String password) {
        this.folder = folder;
        this.programs = programs;
        this.password = password;
        this.processes = new ServerProcesses(folder.cluster());
    }

    /** Where the server on that port of this machine has its database; PostgreSQL makes one of that name. */
    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /**
     * Adopts the server that runs, or starts one; then it answers.
     *
     * @return its port on 127.0.0.1
     * @throws DatabaseUnavailable when neither can be done
     */
    int run(Consumer<String> words) throws IOException, InterruptedException {
        OptionalInt running = adopted(words);
        if (running.isEmpty() && Files.exists(folder.log())) {
            Files.move(folder.log(), folder.earlierLog(), StandardCopyOption.REPLACE_EXISTING);
        }
        String said = "";
        for (int start = 0; start < STARTS && running.isEmpty(); start++) {
            // Another program may take the free port first, so that one start says little.
            said = start();
            running = adopted(words);
        }
        if (running.isEmpty()) {
            throw failed("does not start", said);
        }
        return running.getAsInt();
    }

    /**
     * Stops it, and the work of all who use it. A server that is dead already needs nothing. One that does not come to its
     * end, as when its disk is full, ends without a checkpoint: what it confirmed is in its log, and the next start reads
     * that.
     */
    void stop() throws IOException, InterruptedException {
        String said = "";
        for (String mode : List.of("fast", "immediate")) {
            // Ctrl-C in a terminal ends pg_ctl, too, perhaps before it has told the server.
            for (int stop = 0; stop < STOPS && processes.postmaster().isPresent(); stop++) {
                said = programs.run(
                                LONGER_THAN_PG_CTL_WAITS,
                                "pg_ctl",
                                "stop",
                                "--pgdata=" + folder.cluster(),
                                "--mode=" + mode,
                                "--wait",
                                "--timeout=" + TO_STOP.toSeconds())
                        .output();
            }
        }
        if (processes.postmaster().isPresent()) {
            throw failed("does not stop", said);
        }
    }

    /** Starts it in a session of its own, where Ctrl-C in this terminal does not reach it. */
    private String start() throws IOException, InterruptedException {
        return programs.run(
                        LONGER_THAN_PG_CTL_WAITS,
                        "pg_ctl",
                        "start",
                        "--pgdata=" + folder.cluster(),
                        "--log=" + folder.log(),
                        "--wait",
                        PG_CTL_WAITS,
                        "--options=-p " + freePort() + " " + SETTINGS)
                .output();
    }

    /**
     * The port of the server that runs, once it answers; empty when none runs. Waits for one that is starting or
     * stopping, stops one that does not answer, and clears away what a killed one left.
     */
    private OptionalInt adopted(Consumer<String> words) throws IOException, InterruptedException {
        Deadline toAnswer = Deadline.in(TO_ANSWER);
        Deadline toEnd = Deadline.in(TO_END_WITHOUT_POSTMASTER);
        Answer answer = Answer.NONE;
        boolean told = false;
        while (!toAnswer.isOver()) {
            if (processes.postmaster().isPresent()) {
                OptionalInt port = processes.port();
                answer = port.isPresent() ? Answer.of(url(port.getAsInt()), password) : Answer.NOT_YET;
                if (answer == Answer.READY) {
                    return port;
                }
                if (answer == Answer.REFUSED) {
                    throw refused();
                }
                if (!told) {
                    words.accept("waiting for PostgreSQL in " + folder.path());
                    told = true;
                }
            } else if (processes.areGone()) {
                processes.forgetPostmaster();
                return OptionalInt.empty();
            } else if (toEnd.isOver()) {
                processes.kill();
            }
            Deadline.pause();
        }
        // One that is stopping all the time never will; one that recovers must not be disturbed.
        if (answer == Answer.NOT_YET && !processes.isStopping()) {
            throw failed("has been starting or stopping for " + TO_ANSWER.toSeconds() + " seconds", "");
        }
        stop();
        return OptionalInt.empty();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private DatabaseUnavailable refused() {
        return new DatabaseUnavailable("The PostgreSQL in " + folder.path() + " does not accept the password in "
                + folder.password() + ". Put the file back that its database was made with.");
    }

    private DatabaseUnavailable failed(String what, String said) throws IOException {
        return new DatabaseUnavailable("The PostgreSQL in " + folder.path() + " " + what + ". "
                + String.join("\n", List.of("The end of what it says:", said.strip(), endOfTheLog()))
                + "\nTry again in a minute, make room on the disk where it is full, or "
                + DatabaseUnavailable.ELSEWHERE + ".");
    }

    private String endOfTheLog() throws IOException {
        if (!Files.exists(folder.log())) {
            return "";
        }
        List<String> lines = new String(Files.readAllBytes(folder.log()), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !OF_OUR_KNOCKING.matcher(line).find())
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_OF_THE_LOG), lines.size()));
    }
}
