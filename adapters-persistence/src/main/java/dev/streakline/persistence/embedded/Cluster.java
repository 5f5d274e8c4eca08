package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** PostgreSQL's data directory, and the password that it was made with. */
final class Cluster {
    static final String SUPERUSER = "postgres";

    private static final int BYTES_OF_THE_PASSWORD = 24;
    private static final Duration TO_MAKE_IT = Duration.ofMinutes(2);

    private final ServerFolder folder;
    private final Programs programs;

    Cluster(ServerFolder folder, Programs programs) {
        this.folder = folder;
        this.programs = programs;
    }

    /**
     * Makes it unless it is there already. Its password is on the disk before it is, so that a cluster without its
     * password can only come from somebody's deleting it.
     *
     * @return the password
     * @throws DatabaseUnavailable when it cannot be made, or the password is lost
     */
    String make(Consumer<String> notices) throws IOException, InterruptedException {
        boolean exists = Files.exists(folder.cluster());
        if (!Files.exists(folder.password())) {
            if (exists) {
                throw new DatabaseUnavailable("The database in " + folder.cluster()
                        + " has lost its password: there is no " + folder.password()
                        + ". Put that file back, or move the database away to begin a new one.");
            }
            writePassword();
        }
        String password = Files.readString(folder.password()).strip();
        if (password.isEmpty()) {
            throw new DatabaseUnavailable("The password file " + folder.password() + " is empty. "
                    + (exists ? "Put the file back that its database was made with." : "Delete it, then try again."));
        }
        if (!exists) {
            refuseAnotherMajorVersion();
            notices.accept("making a new database in " + folder.path());
            ServerFolder.make(folder.cluster(), this::initialise);
        }
        return password;
    }

    /** Else whoever updates this program would find an empty database, and believe that everything is lost. */
    private void refuseAnotherMajorVersion() throws IOException {
        List<Path> others = folder.clustersOfAnyVersion();
        if (!others.isEmpty()) {
            throw new DatabaseUnavailable("PostgreSQL " + PostgresBinaries.MAJOR_VERSION
                    + ", which this program brings,"
                    + " cannot read the database in " + others.get(0) + ". Export it with the version of this program"
                    + " that made it and import it into another folder, or " + DatabaseUnavailable.ELSEWHERE + ".");
        }
    }

    private void initialise(Path directory) throws IOException, InterruptedException {
        Programs.Outcome made = programs.run(
                TO_MAKE_IT,
                "initdb",
                "--pgdata=" + directory,
                "--username=" + SUPERUSER,
                "--pwfile=" + folder.password(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions");
        if (made.failed()) {
            throw new DatabaseUnavailable("Cannot make a database in " + folder.path() + ". PostgreSQL's initdb said:\n"
                    + made.output().strip() + "\nRemove what it complains about and try again, or "
                    + DatabaseUnavailable.ELSEWHERE + ".");
        }
    }

    private void writePassword() throws IOException {
        byte[] chance = new byte[BYTES_OF_THE_PASSWORD];
        new SecureRandom().nextBytes(chance);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
        Path unfinished = folder.password().resolveSibling("postgres.password.new");
        Files.deleteIfExists(unfinished);
        try (FileChannel file = FileChannel.open(
                unfinished,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                ServerFolder.PRIVATE_FILE)) {
            file.write(ByteBuffer.wrap((password + "\n").getBytes(StandardCharsets.US_ASCII)));
            file.force(true);
        }
        ServerFolder.finish(unfinished, folder.password());
    }
}
