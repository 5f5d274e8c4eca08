package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The server of one cluster, running or not. A process that starts or stops it is at the door, and alone there. */
final class Server {
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);
    /** Of one in another container, which may be starting there. */
    private static final Duration TO_ANSWER_UNSEEN = Duration.ofSeconds(5);

    private static final Duration TO_END_WITHOUT_POSTMASTER = Duration.ofSeconds(2);
    private static final Duration TO_END_WHEN_STOPPING = Duration.ofSeconds(1);
    private static final Duration LONGER_THAN_PG_CTL_WAITS = Duration.ofSeconds(75);
    private static final String PG_CTL_WAITS = "--timeout=60";

    private static final int STARTS = 3;
    private static final int STOPS = 2;
    private static final Duration TO_STOP = Duration.ofSeconds(15);
    /** Of one that is stopping already: everybody waits for the next one. */
    private static final Duration TO_STOP_SOON = Duration.ofSeconds(3);

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
    private final Tenants tenants;
    private final ServerProcesses processes;
    private final ServerHome home;
    private final ServerLog log;

    Server(ServerFolder folder, Programs programs, String password, Tenants tenants) {
        this.folder = folder;
        this.programs = programs;
        this.password = password;
        this.tenants = tenants;
        this.processes = new ServerProcesses(folder.cluster());
        this.home = new ServerHome(folder.home());
        this.log = new ServerLog(folder.log());
    }

    /**
     * A server that answers.
     *
     * @param process id of its postmaster; 0 when it cannot be seen from here
     * @param port on 127.0.0.1
     */
    record Running(long process, int port) {

        /** Where it has its database. */
        String url() {
            return Server.url(port);
        }
    }

    /** Where the server on that port of this machine has its database; PostgreSQL makes one of that name. */
    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** The server, as far as its file and its process say; empty when it is dead or stopping. */
    static Optional<Running> seen(ServerFolder folder) throws IOException {
        ServerProcesses processes = new ServerProcesses(folder.cluster());
        OptionalLong postmaster = processes.postmaster();
        OptionalInt port = processes.port();
        return postmaster.isPresent() && port.isPresent() && !processes.isStopping()
                ? Optional.of(new Running(postmaster.getAsLong(), port.getAsInt()))
                : Optional.empty();
    }

    /**
     * Adopts the server that runs, or starts one; then it answers. When that fails, nothing that was started is left.
     *
     * @throws DatabaseUnavailable when neither can be done
     */
    Running run(Consumer<String> notices) throws IOException, InterruptedException {
        Optional<Running> running = adopted(notices);
        if (running.isPresent()) {
            return running.get();
        }
        if (Files.exists(folder.log())) {
            Files.move(folder.log(), folder.earlierLog(), StandardCopyOption.REPLACE_EXISTING);
        }
        try {
            return started(notices);
        } catch (DatabaseUnavailable | IOException | InterruptedException failed) {
            stopWhatWasStarted(failed);
            throw failed;
        }
    }

    private Running started(Consumer<String> notices) throws IOException, InterruptedException {
        home.move();
        folder.closeToOthers();
        String said = "";
        for (int start = 0; start < STARTS; start++) {
            // Another program may take the free port first, so that one start says little.
            said = start();
            Optional<Running> running = adopted(notices);
            if (running.isPresent()) {
                return running.get();
            }
        }
        throw failed("does not start", said);
    }

    /** Nobody else can have joined it: that needs the door. */
    private void stopWhatWasStarted(Exception failed) {
        boolean interrupted = Thread.interrupted();
        try {
            stop();
        } catch (DatabaseUnavailable | IOException second) {
            failed.addSuppressed(second);
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Stops it, and the work of all who use it. A server that is dead already needs nothing. One that does not come to its
     * end, as when its disk is full, ends without a checkpoint: what it confirmed is in its log, and the next start reads
     * that.
     */
    void stop() throws IOException, InterruptedException {
        stop(TO_STOP);
    }

    private void stop(Duration each) throws IOException, InterruptedException {
        String said = "";
        for (String mode : List.of("fast", "immediate")) {
            // Ctrl-C in a terminal ends pg_ctl, too, perhaps before it has reached the server.
            for (int stop = 0; stop < STOPS && processes.postmaster().isPresent(); stop++) {
                said = programs.run(
                                LONGER_THAN_PG_CTL_WAITS,
                                "pg_ctl",
                                "stop",
                                "--pgdata=" + folder.cluster(),
                                "--mode=" + mode,
                                "--wait",
                                "--timeout=" + each.toSeconds())
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
     * The server that runs, once it answers; empty when none runs. Waits for one that is starting, ends one that is
     * stopping, and removes what a killed one left. A server that another process uses is never stopped before it began to
     * stop by itself, nor is one started beside it.
     */
    private Optional<Running> adopted(Consumer<String> notices) throws IOException, InterruptedException {
        Deadline toAnswer = Deadline.in(TO_ANSWER);
        Deadline toAnswerUnseen = Deadline.in(TO_ANSWER_UNSEEN);
        Deadline toEnd = Deadline.in(TO_END_WITHOUT_POSTMASTER);
        Deadline toStop = Deadline.in(TO_END_WHEN_STOPPING);
        Answer answer = Answer.NONE;
        boolean told = false;
        while (!toAnswer.isOver()) {
            OptionalLong postmaster = processes.postmaster();
            OptionalInt port = processes.port();
            if (postmaster.isPresent()) {
                if (processes.formerPlace(postmaster.getAsLong()).isPresent()) {
                    endAtFormerPlace(postmaster.getAsLong());
                    continue;
                }
                answer = port.isPresent() ? Answer.of(url(port.getAsInt()), password) : Answer.NOT_YET;
                if (answer == Answer.READY && !processes.isStopping()) {
                    return Optional.of(new Running(postmaster.getAsLong(), port.getAsInt()));
                }
                if (answer == Answer.REFUSED) {
                    throw refused();
                }
                if (processes.isStopping() && toStop.isOver()) {
                    stop(TO_STOP_SOON);
                    continue;
                }
                if (!told) {
                    notices.accept("waiting for PostgreSQL in " + folder.path());
                    told = true;
                }
            } else if (processes.areGone()) {
                if (!processes.haveFile() || home.isHere()) {
                    processes.forgetPostmaster();
                    return Optional.empty();
                }
                answer = port.isPresent() ? Answer.of(url(port.getAsInt()), password) : Answer.NONE;
                if (answer == Answer.READY) {
                    return Optional.of(new Running(0, port.getAsInt()));
                }
                if (answer != Answer.NOT_YET && tenants.isAlone()) {
                    processes.forgetPostmaster();
                    return Optional.empty();
                }
                if (answer != Answer.NOT_YET && toAnswerUnseen.isOver()) {
                    throw inUse("is not reached from here");
                }
            } else if (toEnd.isOver() && (!processes.havePostmaster() || tenants.isAlone())) {
                processes.kill();
            }
            Deadline.pause();
        }
        // One that is stopping all the time never will; one that recovers must not be disturbed.
        if (answer == Answer.NOT_YET && !processes.isStopping()) {
            throw failed("has been starting or stopping for " + TO_ANSWER.toSeconds() + " seconds", "");
        }
        if (!tenants.isAlone()) {
            throw inUse("does not answer");
        }
        stop();
        return Optional.empty();
    }

    /** PostgreSQL goes on in a folder that was moved, but whoever uses it looks for its files at the former place. */
    private void endAtFormerPlace(long postmaster) throws IOException, InterruptedException {
        if (!tenants.isAlone()) {
            throw inUse(
                    "was moved here from " + processes.formerPlace(postmaster).orElse(folder.path()));
        }
        stop();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private DatabaseUnavailable inUse(String what) throws IOException {
        return new DatabaseUnavailable("The PostgreSQL in " + folder.path() + " " + what + " while it is used by "
                + tenants.others() + ". End that first, then try again.");
    }

    private DatabaseUnavailable refused() {
        return new DatabaseUnavailable("The PostgreSQL in " + folder.path() + " does not accept the password in "
                + folder.password() + ". Put the file back that its database was made with.");
    }

    private DatabaseUnavailable failed(String what, String said) throws IOException {
        return new DatabaseUnavailable("The PostgreSQL in " + folder.path() + " " + what + ". "
                + String.join("\n", List.of("The end of what it says:", said.strip(), log.end()))
                + "\n"
                + (log.saysThatTheDiskIsFull()
                        ? "Make room on the disk, then try again."
                        : "Put that right and try again, or " + DatabaseUnavailable.ELSEWHERE + "."));
    }
}
