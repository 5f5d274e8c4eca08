package dev.streakline.cli.viewer;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.cli.option.ViewerConverter;
import dev.streakline.cli.store.CommandContext;
import dev.streakline.cli.store.Existing;
import dev.streakline.cli.store.StoreOptions;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.cli.terminal.OutputOptions;
import dev.streakline.cli.terminal.ProgramVersion;
import dev.streakline.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Erases a viewer. */
@Command(
        name = "forget",
        description = {
            "Erase a viewer with all facts, statistics and achievements.",
            "Withdrawn facts and the name are erased, too, and rankings are updated. Facts sent "
                    + "later create a new viewer.",
            "This cannot be undone. Use 'streakline dump' first to keep a copy."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "4:the viewer or the store does not exist", "69:the database cannot be reached"},
        footerHeading = "%nExamples:%n",
        footer = {"  streakline forget ada --dry-run", "  streakline forget ada"})
public final class ForgetCommand implements Callable<Integer> {

    @Parameters(paramLabel = "VIEWER", converter = ViewerConverter.class, description = "The id of the viewer.")
    @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
    private ViewerId viewer;

    @Option(names = "--dry-run", description = "Report whether the viewer exists, and erase nothing.")
    private boolean dryRun;

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final Stores stores;

    public ForgetCommand(Stores stores) {
        this.stores = stores;
    }

    @Override
    public Integer call() {
        try (CommandContext context = store.openExisting(stores, output.err())) {
            Existing.viewer(context, viewer);
            boolean forgotten = !dryRun && context.streakline().eraseViewer().erase(viewer);
            output.print(
                    new Forgotten(viewer.value(), forgotten),
                    Terminal.plain(viewer.value()) + (forgotten ? " was erased" : " exists, and would be erased"));
            return ExitCode.DONE.number();
        }
    }

    /** The output of {@code --json}. */
    private record Forgotten(String viewer, boolean forgotten) {}
}
