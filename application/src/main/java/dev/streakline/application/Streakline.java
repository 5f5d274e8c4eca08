package dev.streakline.application;

import dev.streakline.application.access.CreateApiKey;
import dev.streakline.application.access.KeySecrets;
import dev.streakline.application.calendar.ShowCalendar;
import dev.streakline.application.intake.Admission;
import dev.streakline.application.intake.DeclareFacts;
import dev.streakline.application.intake.EventReader;
import dev.streakline.application.intake.RecordFacts;
import dev.streakline.application.lifetime.ShowChannels;
import dev.streakline.application.lifetime.ShowLifetime;
import dev.streakline.application.memory.InMemoryApiKeys;
import dev.streakline.application.memory.InMemoryRecalculationRuns;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.milestone.ShowMilestones;
import dev.streakline.application.pause.DeclarePause;
import dev.streakline.application.pause.EndPause;
import dev.streakline.application.pause.ShowPauses;
import dev.streakline.application.ranking.ShowRanking;
import dev.streakline.application.recalculation.RunRecalculations;
import dev.streakline.application.recalculation.ShowRuns;
import dev.streakline.application.statistics.CalculateViewer;
import dev.streakline.application.statistics.FoldCounts;
import dev.streakline.application.statistics.FoldSettledViewers;
import dev.streakline.application.statistics.FoldTally;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.application.statistics.RebuildDailyRankings;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.streak.ShowStreak;
import dev.streakline.application.viewer.ChangeProfile;
import dev.streakline.application.viewer.EraseViewer;
import dev.streakline.application.viewer.ShowProfile;
import dev.streakline.application.viewing.ShowViewingTime;
import dev.streakline.application.work.Job;
import dev.streakline.application.work.JobPace;
import dev.streakline.application.work.Lease;
import dev.streakline.application.work.Step;
import dev.streakline.application.work.Worker;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The application: every use case over one store. Each method returns a use case without state of its own, which is
 * safe for use by several threads. A {@link #worker} keeps the statistics current.
 *
 * <pre>{@code
 * Streakline streakline = Streakline.inMemory(InstantSource.system());
 * streakline.recordFacts().record(events);
 * streakline.showStreak().show(new ViewerId("ada"), AsOf.LIVE);
 * }</pre>
 */
public final class Streakline implements AutoCloseable {

    private final StorePorts ports;
    private final InstantSource clock;
    private final Admission admission;
    private final EventReader eventReader;
    private final ReadHistory readHistory;
    private final DeclareFacts declareFacts;
    private final FoldTally foldTally = new FoldTally();
    private final @Nullable ZoneId zone;

    private Streakline(
            StorePorts ports,
            InstantSource clock,
            Admission admission,
            ReadHistory readHistory,
            @Nullable ZoneId zone) {
        this.ports = ports;
        this.clock = clock;
        this.admission = admission;
        this.eventReader = new EventReader(clock);
        this.readHistory = readHistory;
        this.zone = zone;
        this.declareFacts = new DeclareFacts(eventReader, ports.facts(), admission);
    }

    /** The application over a store. */
    public static Streakline over(StorePorts ports, InstantSource clock) {
        return new Streakline(
                ports,
                clock,
                new Admission(ports.intakeRules(), ports.sources(), ports.tallies(), clock),
                new ReadHistory(ports.histories(), ports.statistics(), clock),
                null);
    }

    /** The application over an empty store in memory. */
    public static Streakline inMemory(InstantSource clock) {
        return inMemory(new InMemoryStore(), clock);
    }

    /** The application over a store in memory. */
    public static Streakline inMemory(InMemoryStore store, InstantSource clock) {
        InMemoryRecalculationRuns runs = new InMemoryRecalculationRuns(clock);
        return over(
                new StorePorts(
                        store.facts(),
                        store.archive(),
                        store.histories(),
                        store.statistics(),
                        store.announcements(),
                        store.rankings(),
                        store.lifetimes(),
                        store.policies(),
                        store.profiles(),
                        runs,
                        runs,
                        new InMemoryApiKeys(),
                        store.intakeRules(),
                        store.sources(),
                        store.tallies()),
                clock);
    }

    /**
     * The application over a store in memory, with statistics of every viewer as if they had always been in this zone;
     * without ranks.
     */
    public Streakline inZone(ZoneId zone) {
        return new Streakline(ports, clock, admission, readHistory.inZone(zone), zone);
    }

    /** The ports that the use cases work with. */
    public StorePorts ports() {
        return ports;
    }

    /** The clock of the use cases. */
    public InstantSource clock() {
        return clock;
    }

    /** Records events, within the intake rules. */
    public RecordFacts recordFacts() {
        return new RecordFacts(eventReader, ports.facts(), admission);
    }

    /** Applies the intake rules to facts. */
    public Admission admission() {
        return admission;
    }

    /** Reads histories, and statistics where they are current. */
    public ReadHistory readHistory() {
        return readHistory;
    }

    /** Folds and ranks. */
    public RefreshStatistics refreshStatistics() {
        return new RefreshStatistics(ports.statistics(), ports.rankings(), clock);
    }

    /** Recalculates one viewer. */
    public CalculateViewer calculateViewer() {
        return new CalculateViewer(refreshStatistics(), readHistory);
    }

    /** Shows the recalculations that were requested. */
    public ShowRuns showRuns() {
        return new ShowRuns(ports.runs());
    }

    /**
     * The jobs of a worker for one store, each on a thread of its own. The job {@code folding} folds the viewers with
     * new facts or a date change and ranks them. It also rebuilds all rankings once a UTC day and runs requested
     * recalculations. These are one job because each of them may use all the memory available for folding.
     */
    public List<Job> jobs() {
        return jobs(JobPace.DEFAULT, Lease.DEFAULT);
    }

    /** As {@link #jobs()}, at another pace and under another lease of recalculations. */
    public List<Job> jobs(JobPace pace, Lease lease) {
        RefreshStatistics refresh = refreshStatistics();
        Step folding = Step.inOrder(List.of(
                new FoldSettledViewers(refresh, clock, foldTally),
                new RebuildDailyRankings(refresh, clock),
                new RunRecalculations(refresh, ports.queue(), clock, lease, foldTally)));
        return List.of(new Job("folding", pace, folding));
    }

    /**
     * Starts a worker that does the {@link #jobs} until it is closed. Close it before the store.
     *
     * @param notices receives a line when a job fails and when it succeeds again; from other threads
     */
    public Worker worker(Consumer<String> notices) {
        return Worker.start(jobs(), clock, notices);
    }

    /** What the {@link #jobs} of this object have folded so far. */
    public FoldCounts foldCounts() {
        return foldTally.counts();
    }

    /** Shows a viewer's streak. */
    public ShowStreak showStreak() {
        return new ShowStreak(readHistory);
    }

    /** Shows a viewer's calendar. */
    public ShowCalendar showCalendar() {
        return new ShowCalendar(readHistory);
    }

    /** Shows a viewer's milestones. */
    public ShowMilestones showMilestones() {
        return new ShowMilestones(readHistory, ports.announcements());
    }

    /** Shows a viewer's viewing time. */
    public ShowViewingTime showViewingTime() {
        return new ShowViewingTime(readHistory);
    }

    /** Shows a viewer's statistics on a channel. */
    public ShowLifetime showLifetime() {
        return zone == null
                ? new ShowLifetime(readHistory, ports.lifetimes(), ports.rankings(), ports.profiles())
                : new ShowLifetime(readHistory);
    }

    /** Shows a viewer's channels. */
    public ShowChannels showChannels() {
        return zone == null ? new ShowChannels(readHistory, ports.lifetimes()) : new ShowChannels(readHistory);
    }

    /** Shows rankings. */
    public ShowRanking showRanking() {
        return new ShowRanking(ports.rankings());
    }

    /** Shows a viewer's profile. */
    public ShowProfile showProfile() {
        return new ShowProfile(ports.profiles(), clock);
    }

    /** Changes a viewer's profile. */
    public ChangeProfile changeProfile() {
        return new ChangeProfile(ports.profiles(), declareFacts, clock);
    }

    /** Shows a viewer's pauses. */
    public ShowPauses showPauses() {
        return new ShowPauses(readHistory, ports.profiles());
    }

    /** Declares pauses, within the intake rules. */
    public DeclarePause declarePause() {
        return new DeclarePause(readHistory, ports.profiles(), declareFacts);
    }

    /** Ends pauses. A pause can be ended whatever the intake rules allow. */
    public EndPause endPause() {
        return new EndPause(readHistory, ports.profiles(), new DeclareFacts(eventReader, ports.facts()), ports.facts());
    }

    /** Erases viewers. */
    public EraseViewer eraseViewer() {
        return new EraseViewer(ports.facts(), ports.rankings(), clock);
    }

    /** Creates API keys with these secrets. */
    public CreateApiKey createApiKey(KeySecrets secrets) {
        return new CreateApiKey(ports.keys(), secrets, clock);
    }

    /** Writes what the intake rules have counted; the store stays open. */
    @Override
    public void close() {
        admission.close();
    }
}
