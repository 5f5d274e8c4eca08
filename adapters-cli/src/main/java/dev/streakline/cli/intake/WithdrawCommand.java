package dev.streakline.cli.intake;

import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.SubjectType;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.statistics.Selection;
import dev.streakline.cli.store.CommandContext;
import dev.streakline.cli.store.ProgressOptions;
import dev.streakline.cli.store.StoreOptions;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.terminal.CommandFailedException;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.cli.terminal.OutputOptions;
import dev.streakline.cli.terminal.ProgramVersion;
import dev.streakline.cli.terminal.Terminal;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes a fact back. */
@Command(
        name = "withdraw",
        description = {
            "Withdraw one fact and update the statistics.",
            "The identity of the fact stays known: if it is sent again, it stays withdrawn. To "
                    + "correct a fact, send a new one with a new id."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, even if the fact was withdrawn before",
            "4:the fact or the store does not exist",
            "5:a newer version of Streakline uses this store; the fact is withdrawn",
            "69:the database cannot be reached",
            "73:the disk of the store is full"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  streakline withdraw --viewer ada --source netflix --id 5f0c",
            "  streakline withdraw --title film-1 --source cms --id t-7 --dry-run"
        })
public final class WithdrawCommand implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
    private Subject subject;

    /** What the fact is about. */
    private static final class Subject {
        @Option(names = "--viewer", paramLabel = "SUBJECT", description = "The viewer that the fact is about.")
        private @Nullable String viewer;

        @Option(names = "--title", paramLabel = "SUBJECT", description = "The title that the fact is about.")
        private @Nullable String title;

        @Option(names = "--channel", paramLabel = "SUBJECT", description = "The channel that the fact is about.")
        private @Nullable String channel;
    }

    @Option(names = "--source", paramLabel = "SOURCE", required = true, description = "The source of the event.")
    @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
    private String source;

    @Option(names = "--id", paramLabel = "ID", required = true, description = "The id of the event.")
    @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
    private String id;

    @Option(names = "--dry-run", description = "Report the state of the fact, and withdraw nothing.")
    private boolean dryRun;

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Mixin
    private final ProgressOptions progress = new ProgressOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final Stores stores;

    public WithdrawCommand(Stores stores) {
        this.stores = stores;
    }

    @Override
    public Integer call() {
        FactId fact = fact();
        try (CommandContext context = store.openExisting(stores, output.err())) {
            FactLog.FactState before = context.ports().facts().state(fact);
            if (before == FactLog.FactState.UNKNOWN) {
                throw new CommandFailedException(
                        ExitCode.NOT_FOUND,
                        "there is no fact about " + fact.subjectType().name().toLowerCase(Locale.ROOT) + " "
                                + Terminal.plain(fact.subject()) + " with source " + Terminal.plain(source) + " and id "
                                + Terminal.plain(id) + ". 'streakline dump' lists all facts.");
            }
            if (!dryRun) {
                context.ports().facts().withdraw(fact);
                progress.refresh(context, new Selection.Due(context.clock().instant()), output.err());
            }
            FactLog.FactState after = context.ports().facts().state(fact);
            output.print(new Withdrawn(before.code(), after.code()), text(before, after));
            return ExitCode.DONE.number();
        }
    }

    private FactId fact() {
        try {
            if (subject.viewer != null) {
                return new FactId(SubjectType.VIEWER, subject.viewer, source, id);
            }
            return subject.title != null
                    ? new FactId(SubjectType.TITLE, subject.title, source, id)
                    : new FactId(SubjectType.CHANNEL, String.valueOf(subject.channel), source, id);
        } catch (IllegalArgumentException invalid) {
            throw new CommandFailedException(ExitCode.USAGE, Terminal.plain(String.valueOf(invalid.getMessage())));
        }
    }

    private static String text(FactLog.FactState before, FactLog.FactState after) {
        if (before == FactLog.FactState.WITHDRAWN) {
            return "already withdrawn";
        }
        return after == FactLog.FactState.WITHDRAWN ? "withdrawn" : "would be withdrawn";
    }

    /** The output of {@code --json}. */
    private record Withdrawn(String before, String after) {}
}
