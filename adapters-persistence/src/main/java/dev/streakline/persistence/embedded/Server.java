package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The server of one cluster, running or not. A process that starts or stops it has the start lock. */
final class Server {
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);
    /** For a server that cannot be seen, which may be starting in another container. */
    private static final Duration TO_ANSWER_UNSEEN = Duration.ofSeconds(5);

    private static final Duration TO_END_WITHOUT_POSTMASTER = Duration.ofSeconds(2);
    private static final Duration TO_END_WHEN_STOPPING = Duration.ofSeconds(1);
    private static final Duration LONGER_THAN_PG_CTL_WAITS = Duration.ofSeconds(75);

    private static final int STARTS = 3;
    private static final int STOPS = 2;
    private static final Duration TO_STOP = Duration.ofSeconds(15);
    /** For a server that is stopping already: all its users are waiting for the next one. */
    private static final Duration TO_STOP_SOON = Duration.ofSeconds(3);

    /**
     * Only this machine can connect. That a confirmed commit is on the disk is PostgreSQL's default and not set here: an
     * option on the command line would override ALTER SYSTEM.
     */
    private static final String SETTINGS = "-c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
            + " -c shared_buffers=256MB -c max_connections=100 -c max_wal_size=2GB";

    private final ServerFolder folder;
    private final Programs programs;
    private final String password;
    private final ServerUsers users;
    private final ServerProcesses processes;
    private final ServerHome home;
    private final ServerLog log;

    Server(ServerFolder folder, Programs programs, String password, ServerUsers users) {
        this.folder = folder;
        this.programs = programs;
        this.password = password;
        this.users = users;
        this.processes = new ServerProcesses(folder.cluster());
        this.home = new ServerHome(folder.home());
        this.log = new ServerLog(folder.log());
    }

    /**
     * A server that accepts connections.
     *
     * @param process id of its postmaster; 0 when it cannot be seen from here
     * @param port on 127.0.0.1
     */
    record Running(long process, int port) {
        private static final Running NONE = new Running(0, 0);

        private boolean isNone() {
            return port == 0;
        }

        /** The address of its database, which PostgreSQL makes by that name. */
        String url() {
            return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        }
    }

    /** The server, by its file and its process; empty when it is dead or stopping. */
    static Optional<Running> seen(ServerFolder folder) throws IOException {
        ServerProcesses processes = new ServerProcesses(folder.cluster());
        OptionalLong postmaster = processes.postmaster();
        OptionalInt port = processes.port();
        return postmaster.isPresent() && port.isPresent() && !processes.isStopping()
                ? Optional.of(new Running(postmaster.getAsLong(), port.getAsInt()))
                : Optional.empty();
    }

    /**
     * Adopts the running server, or starts one, and waits until it accepts connections. After a failure no started
     * process is left.
     *
     * @throws DatabaseUnavailableException when neither is possible
     */
    Running run(Consumer<String> words) throws IOException, InterruptedException {
        Running running = adopted(words);
        if (!running.isNone()) {
            return running;
        }
        if (Files.exists(folder.log())) {
            Files.move(folder.log(), folder.earlierLog(), StandardCopyOption.REPLACE_EXISTING);
        }
        try {
            return started(words);
        } catch (DatabaseUnavailableException | IOException | InterruptedException failed) {
            // No other process can have joined it: that needs the start lock.
            try {
                Work.uninterrupted(TO_STOP, this::stop);
            } catch (DatabaseUnavailableException | IOException | InterruptedException second) {
                failed.addSuppressed(second);
            }
            throw failed;
        }
    }

    private Running started(Consumer<String> words) throws IOException, InterruptedException {
        home.move();
        folder.closeToOthers();
        String output = "";
        for (int start = 0; start < STARTS; start++) {
            // Another program may take the free port first, so one failed start proves little.
            output = start();
            Running running = adopted(words);
            if (!running.isNone()) {
                return running;
            }
        }
        throw failed("does not start", output);
    }

    /**
     * Stops it, with the work of all its users; a dead server needs nothing. A server that does not end, as when its disk is
     * full, is ended without a checkpoint: what it confirmed is in its log, and the next start reads that.
     */
    Running stop() throws IOException, InterruptedException {
        return stop(TO_STOP);
    }

    private Running stop(Duration longest) throws IOException, InterruptedException {
        String output = "";
        for (String mode : List.of("fast", "immediate")) {
            // Ctrl-C in a terminal ends pg_ctl, too, perhaps before it has reached the server.
            for (int stop = 0; stop < STOPS && processes.postmaster().isPresent(); stop++) {
                output = control("stop", "--mode=" + mode, "--timeout=" + longest.toSeconds());
            }
        }
        if (processes.postmaster().isPresent()) {
            throw failed("does not stop", output);
        }
        return Running.NONE;
    }

    /** Starts it in a session of its own, which Ctrl-C in this terminal does not reach. */
    private String start() throws IOException, InterruptedException {
        String options = "--options=-p " + freePort() + " " + SETTINGS;
        return control("start", "--log=" + folder.log(), "--timeout=60", options);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String control(String action, String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(action, "--pgdata=" + folder.cluster(), "--wait"));
        arguments.addAll(List.of(options));
        return programs.run(LONGER_THAN_PG_CTL_WAITS, "pg_ctl", arguments).output();
    }

    /**
     * The running server, once it accepts connections, or {@link Running#NONE}. Waits for a server that is starting, ends one
     * that is stopping, and removes what a killed one left. A server that another process uses is never stopped before it
     * begins to stop by itself, and none is started beside it.
     */
    private Running adopted(Consumer<String> words) throws IOException, InterruptedException {
        Look look = new Look(words);
        while (!look.isOver(TO_ANSWER)) {
            OptionalLong postmaster = processes.postmaster();
            Running found = postmaster.isPresent() ? listed(postmaster.getAsLong(), look) : unlisted(look);
            if (found != null) {
                return found;
            }
            Deadline.pause();
        }
        // One that is stopping for so long never will; one that recovers must not be disturbed.
        if (look.probe == ServerProbe.NOT_YET && !processes.isStopping()) {
            throw failed("has been starting or stopping for " + TO_ANSWER.toSeconds() + " seconds", "");
        }
        if (!users.isOnlyUser()) {
            throw inUse("does not answer");
        }
        return stop(TO_STOP);
    }

    /** The checks of a server that is not adopted yet. */
    private final class Look {
        private final long begun = System.nanoTime();
        private final Consumer<String> words;
        private ServerProbe probe = ServerProbe.NONE;
        private boolean isReported;

        private Look(Consumer<String> words) {
            this.words = words;
        }

        private boolean isOver(Duration wait) {
            return System.nanoTime() - begun >= wait.toNanos();
        }

        private boolean isReady(int port, ServerProbe withoutPort) {
            probe = port > 0 ? ServerProbe.of(port, password) : withoutPort;
            return probe == ServerProbe.READY;
        }

        private void report() {
            if (!isReported) {
                words.accept("waiting for PostgreSQL in " + folder.path());
                isReported = true;
            }
        }
    }

    /** Checks a server whose postmaster is alive; null while that is undecided. */
    private @Nullable Running listed(long postmaster, Look look) throws IOException, InterruptedException {
        Optional<?> former = processes.formerCluster(postmaster);
        if (former.isPresent()) {
            // PostgreSQL keeps running in a folder that was moved, but its users look for its files at the former path.
            if (!users.isOnlyUser()) {
                throw inUse("was moved here from " + former.get());
            }
            stop(TO_STOP);
            return null;
        }
        int port = processes.port().orElse(0);
        boolean isReady = look.isReady(port, ServerProbe.NOT_YET);
        if (isReady && !processes.isStopping()) {
            return new Running(postmaster, port);
        }
        if (look.probe == ServerProbe.REFUSED) {
            throw new DatabaseUnavailableException(
                    "The PostgreSQL in " + folder.path() + " does not accept the password in " + folder.password()
                            + ". Restore the file that the database was created with.");
        }
        if (processes.isStopping() && look.isOver(TO_END_WHEN_STOPPING)) {
            stop(TO_STOP_SOON);
        } else {
            look.report();
        }
        return null;
    }

    /** Looks at a server without a living postmaster, or at one that cannot be seen; null while that is undecided. */
    private @Nullable Running unlisted(Look look) throws IOException, InterruptedException {
        if (!processes.areGone()) {
            if (look.isOver(TO_END_WITHOUT_POSTMASTER) && (!processes.havePostmaster() || users.isOnlyUser())) {
                processes.kill();
            }
            return null;
        }
        if (processes.haveFile() && !home.isHere()) {
            int port = processes.port().orElse(0);
            if (look.isReady(port, ServerProbe.NONE)) {
                return new Running(0, port);
            }
            if (look.probe == ServerProbe.NOT_YET) {
                return null;
            }
            if (!users.isOnlyUser()) {
                if (look.isOver(TO_ANSWER_UNSEEN)) {
                    throw inUse("cannot be reached from here");
                }
                return null;
            }
        }
        processes.forgetPostmaster();
        return Running.NONE;
    }

    private DatabaseUnavailableException inUse(String what) throws IOException {
        return new DatabaseUnavailableException("The PostgreSQL in " + folder.path() + " " + what + ", and is used by "
                + users.others() + ". Stop that first, then try again.");
    }

    private DatabaseUnavailableException failed(String what, String output) throws IOException {
        String remedy = log.showsFullDisk()
                ? "Make room on the disk, then try again."
                : "Remove the cause and try again, or " + DatabaseUnavailableException.ELSEWHERE + ".";
        return new DatabaseUnavailableException("The PostgreSQL in " + folder.path() + " " + what + ". "
                + String.join("\n", "The end of its log:", output.strip(), log.end(), remedy));
    }
}
