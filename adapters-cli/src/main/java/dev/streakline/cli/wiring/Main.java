package dev.streakline.cli.wiring;

import dev.streakline.cli.StreaklineCommand;
import java.time.InstantSource;

/** The program: builds it and runs one command line. */
public final class Main {

    private Main() {}

    /** Runs one command line and ends the process with its exit code. */
    public static void main(String[] args) {
        setUp();
        StreaklineCommand.main(args, new WiredStores(InstantSource.system(), System.getenv()));
    }

    /** Sets what must be set before the first class of the libraries. */
    static void setUp() {
        // The validator prints its version at each start, unless its log goes to ours.
        System.setProperty("org.jboss.logging.provider", "slf4j");
    }
}
