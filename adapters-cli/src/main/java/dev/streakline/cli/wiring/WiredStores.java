package dev.streakline.cli.wiring;

import dev.streakline.application.Streakline;
import dev.streakline.application.access.KeySecrets;
import dev.streakline.application.intake.IntakeRules;
import dev.streakline.cli.format.FormatReaders;
import dev.streakline.cli.store.CommandContext;
import dev.streakline.cli.store.Stores;
import dev.streakline.http.credential.ApiKeySecrets;
import dev.streakline.http.credential.TokenIssuer;
import dev.streakline.persistence.PostgresStreakline;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.LostConnection;
import dev.streakline.persistence.intake.PostgresIntakeRules;
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
        return context(Streakline.inMemory(clock), () -> {}, () -> {});
    }

    @Override
    public CommandContext stored(@Nullable Path data, Consumer<String> notices) {
        StoreLocation place = StoreLocation.of(data, environment);
        OpenDatabase open = OpenDatabase.at(place, ConnectionShare.OF_A_COMMAND, notices);
        try {
            Database database = open.forCommands(longestLoss, notices);
            database.migrate();
            Streakline streakline = Streakline.over(PostgresStreakline.ports(database, open.threads()), clock);
            return context(
                    streakline,
                    () -> {
                        if (place.embedded().isPresent()) {
                            streakline.ports().intakeRules().adoptFirst(IntakeRules.PERSONAL);
                        }
                    },
                    open::close);
        } catch (RuntimeException failed) {
            open.close();
            throw failed;
        }
    }

    private CommandContext context(Streakline streakline, Runnable beginning, Runnable closing) {
        return new CommandContext(
                streakline, streakline.createApiKey(secrets()), new FormatReaders(), beginning, closing);
    }

    private KeySecrets secrets() {
        return new ApiKeySecrets(new SecureRandom(), clock);
    }

    @Override
    public boolean isKept(@Nullable Path data) {
        return StoreLocation.of(data, environment).match(embedded -> Files.exists(embedded.folder()), outside -> true);
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
                notices.accept("viewers of this store may still send facts about themselves (intake rule viewerFacts);"
                        + " to stop that, run 'streakline intake set --viewer-facts off'");
            }
            return new ServedStore(open, clock, secrets(), tokens).serve(settings, notices, log);
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
