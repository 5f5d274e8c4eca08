package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/** PostgreSQL's data directory, and the password that it was made with. */
record Cluster(ServerFolder folder, Programs programs) {
    static final String SUPERUSER = "postgres";

    private static final String INITDB = "--auth=scram-sha-256 --encoding=UTF8 --locale-provider=builtin"
            + " --locale=C.UTF-8 --data-checksums --no-instructions";
    private static final Duration TO_MAKE = Duration.ofMinutes(2);

    /**
     * Makes it unless it exists. The password is on the disk before the cluster is: if it is missing later, it was
     * deleted.
     *
     * @return the password
     * @throws DatabaseUnavailableException when it cannot be made, or the password is lost
     */
    String make(Consumer<String> notices) throws IOException, InterruptedException {
        boolean exists = Files.exists(folder.cluster());
        if (!Files.exists(folder.password())) {
            if (exists) {
                throw new DatabaseUnavailableException("The password file " + folder.password()
                        + " of the database in " + folder.cluster()
                        + " is missing. Restore that file, or move the database away to start a new one.");
            }
            writePassword();
        }
        String password = Files.readString(folder.password()).strip();
        if (password.isEmpty()) {
            throw new DatabaseUnavailableException("The password file " + folder.password() + " is empty. "
                    + (exists ? "Restore the file that the database was created with." : "Delete it, then try again."));
        }
        if (!exists) {
            refuseAnotherMajorVersion();
            notices.accept("creating a new database in " + folder.path());
            ServerFolder.make(folder.cluster(), this::initialise);
        }
        return password;
    }

    /** Otherwise an update of this program would show an empty database, as if everything were lost. */
    private void refuseAnotherMajorVersion() throws IOException {
        List<Path> others = folder.clustersOfAnyVersion();
        if (!others.isEmpty()) {
            throw new DatabaseUnavailableException("PostgreSQL " + PostgresBinaries.MAJOR_VERSION
                    + ", which this program includes,"
                    + " cannot read the database in " + others.get(0) + ". Export it with the version of this program"
                    + " that created it and import it into another folder, or " + DatabaseUnavailableException.ELSEWHERE
                    + ".");
        }
    }

    private void initialise(Path directory) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(
                List.of("--pgdata=" + directory, "--username=" + SUPERUSER, "--pwfile=" + folder.password()));
        options.addAll(List.of(INITDB.split(" ")));
        Programs.ProgramOutcome made = programs.run(TO_MAKE, "initdb", options);
        if (made.exitCode() != 0) {
            throw new DatabaseUnavailableException(
                    "Cannot create a database in " + folder.path() + ". Output of PostgreSQL's initdb:\n"
                            + made.output().strip() + "\nRemove the cause and try again, or "
                            + DatabaseUnavailableException.ELSEWHERE + ".");
        }
    }

    private void writePassword() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().encodeToString(random);
        ServerFolder.write(folder.password(), password + "\n");
    }
}
