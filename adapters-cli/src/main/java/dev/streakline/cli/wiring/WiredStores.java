package dev.streakline.cli.wiring;

import dev.streakline.application.access.ApiKeys;
import dev.streakline.application.access.CreateApiKey;
import dev.streakline.application.intake.Admission;
import dev.streakline.application.intake.IntakeRules;
import dev.streakline.application.memory.InMemoryApiKeys;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.cli.store.CommandContext;
import dev.streakline.cli.store.Stores;
import dev.streakline.http.credential.ApiKeySecrets;
import dev.streakline.http.credential.TokenIssuer;
import dev.streakline.persistence.access.PostgresApiKeys;
import dev.streakline.persistence.announcement.PostgresAnnouncements;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.LostConnection;
import dev.streakline.persistence.history.PostgresHistories;
import dev.streakline.persistence.intake.PostgresArchive;
import dev.streakline.persistence.intake.PostgresFactLog;
import dev.streakline.persistence.intake.PostgresFactSources;
import dev.streakline.persistence.intake.PostgresIntakeRules;
import dev.streakline.persistence.intake.PostgresIntakeTallies;
import dev.streakline.persistence.policy.PostgresPolicyVersions;
import dev.streakline.persistence.ranking.PostgresRankings;
import dev.streakline.persistence.statistics.PostgresStatistics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Programs over memory, and over the database that command line and environment name. */
public final class WiredStores implements Stores {

    private final InstantSource clock;
    private final Map<String, String> environment;
    private final Duration longestLoss;

    /** Programs with this clock, in this environment. */
    public WiredStores(InstantSource clock, Map<String, String> environment) {
        this(clock, environment, LostConnection.A_MINUTE);
    }

    /**
     * Programs with this clock, in this environment.
     *
     * @param longestLoss for how long commands try to reach a database again to which they have lost the connection
     */
    public WiredStores(InstantSource clock, Map<String, String> environment, Duration longestLoss) {
        this.clock = clock;
        this.environment = Map.copyOf(environment);
        this.longestLoss = longestLoss;
    }

    @Override
    public CommandContext inMemory() {
        InMemoryStore store = new InMemoryStore();
        ApiKeys keys = new InMemoryApiKeys();
        return new CommandContext(
                clock,
                store,
                store,
                store,
                store.announcements(),
                store.rankings(),
                store,
                store,
                keys,
                creating(keys),
                store.intake().admission(clock),
                () -> {},
                () -> {});
    }

    @Override
    public CommandContext stored(@Nullable Path data, Consumer<String> notices) {
        StoreLocation place = StoreLocation.of(data, environment);
        OpenDatabase open = OpenDatabase.at(place, ConnectionShare.OF_A_COMMAND, notices);
        try {
            Database database = open.forCommands(longestLoss, notices);
            database.migrate();
            Admission admission = admission(database, clock);
            ApiKeys keys = new PostgresApiKeys(database);
            return new CommandContext(
                    clock,
                    new PostgresFactLog(database),
                    new PostgresHistories(database),
                    new PostgresStatistics(database, FoldVersion.ofThisRuntime(), open.threads()),
                    new PostgresAnnouncements(database),
                    new PostgresRankings(database),
                    new PostgresPolicyVersions(database),
                    new PostgresArchive(database),
                    keys,
                    creating(keys),
                    admission,
                    () -> {
                        if (place instanceof StoreLocation.Embedded) {
                            admission.rules().adoptFirst(IntakeRules.PERSONAL);
                        }
                    },
                    open::close);
        } catch (RuntimeException failed) {
            open.close();
            throw failed;
        }
    }

    static Admission admission(Database database, InstantSource clock) {
        return new Admission(
                new PostgresIntakeRules(database),
                new PostgresFactSources(database),
                new PostgresIntakeTallies(database),
                clock);
    }

    private CreateApiKey creating(ApiKeys keys) {
        return new CreateApiKey(keys, new ApiKeySecrets(new SecureRandom(), clock), clock);
    }

    @Override
    public boolean isKept(@Nullable Path data) {
        return !(StoreLocation.of(data, environment) instanceof StoreLocation.Embedded embedded)
                || Files.exists(embedded.folder());
    }

    @Override
    public Path demoFolder(@Nullable Path data) {
        return StoreLocation.demoFolder(data, environment);
    }

    @Override
    public List<Finding> machine(@Nullable Path data) {
        return StoreMaintenance.machine(StoreLocation.of(data, environment));
    }

    @Override
    public Upkeep upkeep(@Nullable Path data, Consumer<String> notices) {
        StoreLocation place = StoreLocation.of(data, environment);
        return new StoreMaintenance(OpenDatabase.at(place, ConnectionShare.OF_A_COMMAND, notices), clock);
    }

    @Override
    public Service serve(
            @Nullable Path data, ServiceSettings settings, Consumer<String> notices, Consumer<String> log) {
        dev.streakline.http.credential.Tokens tokens = new TokenSettings(data, environment, clock).accepted(notices);
        OpenDatabase open = OpenDatabase.at(StoreLocation.of(data, environment), ConnectionShare.OF_SERVE, notices);
        try {
            open.database().migrate();
            if (open.database().isWritable() && new PostgresIntakeRules(open.database()).takeNoticeOfViewerFacts()) {
                notices.accept(
                        "viewers of this store may go on to send facts about themselves (intake rule viewerFacts);"
                                + " 'streakline intake set --viewer-facts off' ends that");
            }
            return new ServedStore(open, clock, creating(new PostgresApiKeys(open.database())), tokens)
                    .serve(settings, notices, log);
        } catch (RuntimeException failed) {
            open.close();
            throw failed;
        }
    }

    @Override
    public TokenIssuing tokens(@Nullable Path data, Consumer<String> notices) {
        TokenIssuer issuer = new TokenSettings(data, environment, clock).issuer(notices);
        return (account, roles, life) -> {
            TokenIssuer.Issued issued = issuer.issue(account, roles, life);
            return new IssuedToken(issued.token(), issued.expiresAt());
        };
    }
}
