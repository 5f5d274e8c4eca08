package dev.streakline.cli.recalculation;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.application.statistics.Statistics.StoreComparison;
import dev.streakline.cli.option.ViewerConverter;
import dev.streakline.cli.store.CommandContext;
import dev.streakline.cli.store.Existing;
import dev.streakline.cli.store.ProgressOptions;
import dev.streakline.cli.store.StoreOptions;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.terminal.CommandFailedException;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.cli.terminal.OutputOptions;
import dev.streakline.cli.terminal.ProgramVersion;
import dev.streakline.cli.terminal.Terminal;
import dev.streakline.domain.milestone.RecordedAchievement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Folds viewers and compares the results with the stored statistics. */
@Command(
        name = "verify",
        description = {
            "Compare the stored statistics with the facts.",
            "Changes nothing. Viewers with new facts are pending, not different. Announced "
                    + "achievements whose facts were withdrawn are listed separately; they stay announced."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing differs",
            "1:statistics differ; 'streakline recalculate --all' corrects them; please report it",
            "4:the viewer or the store does not exist",
            "5:a newer version of Streakline uses this store",
            "69:the database cannot be reached"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  streakline verify", "  streakline verify --every 100 --json", "  streakline verify --viewer ada"})
public final class VerifyCommand implements Callable<Integer> {

    @ArgGroup
    private @Nullable ComparedViewers viewers;

    /** The viewers to fold. */
    private static final class ComparedViewers {
        @Option(
                names = "--viewer",
                paramLabel = "ID",
                converter = ViewerConverter.class,
                description = "Verify only this viewer.")
        private @Nullable ViewerId viewer;

        @Option(names = "--every", paramLabel = "N", description = "Verify every Nth viewer in the order of their ids.")
        private @Nullable Integer every;
    }

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Mixin
    private final ProgressOptions progress = new ProgressOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final Stores stores;

    public VerifyCommand(Stores stores) {
        this.stores = stores;
    }

    @Override
    public Integer call() {
        try (CommandContext context = store.openExisting(stores, output.err())) {
            StoreComparison found = compare(context);
            print(output, found);
            return (found.different().isEmpty() ? ExitCode.DONE : ExitCode.FAILED).number();
        }
    }

    private StoreComparison compare(CommandContext context) {
        if (viewers != null && viewers.viewer != null) {
            Selection selection = new Selection.One(Existing.viewer(context, viewers.viewer));
            return progress.verify(context, selection, output.err());
        }
        if (viewers != null && viewers.every != null) {
            return sample(context, viewers.every);
        }
        return progress.verify(context, new Selection.All(), output.err());
    }

    private StoreComparison sample(CommandContext context, int every) {
        if (every < 1) {
            throw new CommandFailedException(ExitCode.USAGE, "--every must be 1 or more, but is " + every + ".");
        }
        List<ViewerId> viewers = context.ports().histories().viewers();
        StoreComparison sum = StoreComparison.NOTHING;
        for (int i = 0; i < viewers.size(); i += every) {
            sum = sum.plus(context.streakline().refreshStatistics().verify(new Selection.One(viewers.get(i))));
        }
        return sum;
    }

    /** Prints what a comparison found. */
    static void print(OutputOptions output, StoreComparison found) {
        output.print(Found.of(found), text(found));
    }

    private static String text(StoreComparison found) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "verified %s: %,d differ, %,d pending, %s",
                Terminal.count(found.viewers(), "viewer"),
                found.different().size(),
                found.pending(),
                Terminal.count(found.unsupported().size(), "unsupported achievement")));
        found.different().forEach(viewer -> lines.add("  differs      " + Terminal.plain(viewer.value())));
        found.unsupported()
                .forEach(each -> lines.add(
                        "  unsupported  " + Terminal.plain(each.viewer().value()) + ": "
                                + each.recorded().measure().code() + " "
                                + each.recorded().rung().threshold()));
        return String.join(System.lineSeparator(), lines);
    }

    /** The output of {@code --json}. */
    private record Found(int viewers, int pending, List<String> different, List<UnsupportedJson> unsupported) {
        private static Found of(StoreComparison found) {
            return new Found(
                    found.viewers(),
                    found.pending(),
                    found.different().stream().map(ViewerId::value).toList(),
                    found.unsupported().stream().map(UnsupportedJson::of).toList());
        }
    }

    /** A recorded achievement that the facts no longer support. */
    private record UnsupportedJson(String viewer, String type, int metric, String achievedAt, String recordedAt) {
        private static UnsupportedJson of(Statistics.Unsupported unsupported) {
            RecordedAchievement announced = unsupported.recorded();
            return new UnsupportedJson(
                    unsupported.viewer().value(),
                    announced.measure().code(),
                    announced.rung().threshold(),
                    announced.achievedAt().toString(),
                    announced.recordedAt().toString());
        }
    }
}
