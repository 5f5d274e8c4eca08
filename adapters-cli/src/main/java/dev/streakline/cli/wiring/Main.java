package dev.streakline.cli.wiring;

import dev.streakline.application.fact.EventReader;
import dev.streakline.application.history.ReadHistory;
import dev.streakline.application.history.RecordFacts;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.cli.Program;
import dev.streakline.cli.Streakline;
import java.time.InstantSource;

/** The program: builds it and runs one command line. */
public final class Main {

    private Main() {}

    /** Runs one command line and ends the process with its exit code. */
    public static void main(String[] args) {
        InstantSource clock = InstantSource.system();
        Streakline.main(args, () -> inMemory(clock));
    }

    /** A program that keeps nothing: its store is in memory, empty, and lost with the process. */
    public static Program inMemory(InstantSource clock) {
        InMemoryStore store = new InMemoryStore();
        RecordFacts record = new RecordFacts(new EventReader(clock), store);
        return new Program(clock, record, new ReadHistory(store, clock), store);
    }
}
