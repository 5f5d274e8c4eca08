package dev.streakline.cli.intake;

import dev.streakline.application.intake.EventWriter;
import dev.streakline.cli.store.CommandContext;
import dev.streakline.cli.store.ProgressOptions;
import dev.streakline.cli.store.StoreOptions;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.cli.terminal.OutputOptions;
import dev.streakline.cli.terminal.ProgramVersion;
import dev.streakline.cli.terminal.Progress;
import dev.streakline.cli.terminal.Terminal;
import dev.streakline.cli.terminal.WholeFile;
import dev.streakline.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes every fact out. */
@Command(
        name = "dump",
        description = {
            "Write all facts as CloudEvents, one JSON object per line.",
            "'streakline import' reads the file. The file is a consistent snapshot.",
            "Withdrawn facts have \"withdrawn\":true, so that they stay withdrawn. The times at "
                    + "which achievements were announced are not included."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the file cannot be written; no part of it is left",
            "4:the store does not exist",
            "69:the database cannot be reached"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  streakline dump facts.ndjson.gz",
            "  streakline dump | gzip > facts.ndjson.gz",
            "  streakline dump | streakline import - --data /mnt/backup"
        })
public final class DumpCommand implements Callable<Integer> {

    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The file; compressed if its name ends with .gz; - for standard output (default).")
    private @Nullable Path file;

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Mixin
    private final ProgressOptions progress = new ProgressOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final Stores stores;
    private long count;

    public DumpCommand(Stores stores) {
        this.stores = stores;
    }

    @Override
    public Integer call() {
        try (CommandContext context = store.openExisting(stores, output.err())) {
            if (file == null || file.equals(STANDARD_OUTPUT)) {
                dump(context, output.out());
            } else {
                WholeFile.write(file, writer -> dump(context, writer));
                output.print(new Dumped(count), "wrote " + count + " facts to " + Terminal.plain(file.toString()));
            }
            return ExitCode.DONE.number();
        }
    }

    private void dump(CommandContext context, Writer writer) {
        try (Progress line = Progress.ofItems(context.clock(), output.err(), progress.manner(), "facts written")) {
            context.ports()
                    .archive()
                    .forEach(
                            parsed -> write(writer, EventWriter.event(parsed), line),
                            parsed -> write(writer, EventWriter.withdrawnEvent(parsed), line));
        }
    }

    private void write(Writer writer, Map<String, Object> event, Progress line) {
        try {
            writer.write(Json.text(event));
            writer.write('\n');
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        line.reached(++count, 0);
    }

    /** The output of {@code --json} beside a file. */
    private record Dumped(long facts) {}
}
