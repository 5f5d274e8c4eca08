package dev.streakline.cli;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.cli.history.DateOrder;
import dev.streakline.cli.history.HistoryFile;
import dev.streakline.cli.history.HistoryUnreadable;
import dev.streakline.cli.history.Previews;
import dev.streakline.cli.history.Reach;
import dev.streakline.cli.history.ReadingChoices;
import dev.streakline.cli.history.RejectFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of every command that reads histories, and the reading itself with its words on standard error. */
final class ReadingOptions {

    @Option(
            names = "--as",
            paramLabel = "VIEWER",
            converter = ViewerOption.class,
            description = "Whose history it is, for files that don't say: Netflix's short list, Trakt, YouTube.")
    private @Nullable ViewerId owner;

    @Option(
            names = "--date-order",
            paramLabel = "ORDER",
            converter = DateOrderOption.class,
            description = "How Netflix's short list writes dates, dmy, mdy or ymd; told from the dates when not given.")
    private @Nullable DateOrder dateOrder;

    @Option(
            names = "--include-previews",
            description = "Count trailers, hooks, what played by itself, and YouTube's advertisements.")
    private boolean includePreviews;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Where rejected lines go (default: <name>.rejects.ndjson in the current directory).")
    private @Nullable Path rejects;

    @Mixin
    private final ProgressOptions progress = new ProgressOptions();

    /**
     * Reads files one after the other. Bad lines go to reject files, and what was read is summed up.
     *
     * @param files paths, or {@code -} for standard input
     * @return whether all of them were read to their ends
     */
    Reach readAll(List<String> files, Intake intake, InstantSource clock, PrintWriter err) throws HistoryUnreadable {
        Reach reach = Reach.TO_THE_END;
        try (RejectFiles rejectFiles = new RejectFiles(files, rejects)) {
            for (String argument : files) {
                HistoryFile file = HistoryFile.named(argument, System.in);
                RejectFile rejected = rejectFiles.of(file);
                long before = rejected.count();
                if (read(file, intake, rejected, clock, err) == Reach.CUT_SHORT) {
                    reach = Reach.CUT_SHORT;
                    err.println("streakline: " + Terminal.plain(argument)
                            + " ends early; what stands before that is counted.");
                }
                tellRejected(argument, rejected, rejected.count() - before, err);
            }
        } catch (HistoryUnreadable unreadable) {
            if (intake.summary().read() > 0) {
                tell(intake.summary(), err);
            }
            throw unreadable;
        }
        tell(intake.summary(), err);
        return reach;
    }

    private void tell(Intake.Summary sum, PrintWriter err) {
        if (!progress.isQuiet()) {
            err.println("read " + sum.read() + ": " + sum.accepted() + " accepted, " + sum.duplicate() + " duplicate, "
                    + sum.skipped() + " skipped, " + sum.rejected() + " rejected");
        }
        err.flush();
    }

    /** How far the command has come, that is not reading. */
    ProgressOptions progress() {
        return progress;
    }

    private static void tellRejected(String file, RejectFile rejected, long count, PrintWriter err) {
        rejected.written()
                .filter(path -> count > 0)
                .ifPresent(path -> err.println("streakline: " + count + " lines of "
                        + Terminal.plain(file) + " were not taken; they are in " + Terminal.plain(path.toString())
                        + " with the reasons."));
    }

    private Reach read(HistoryFile file, Intake intake, RejectFile rejected, InstantSource clock, PrintWriter err)
            throws HistoryUnreadable {
        Previews previews = includePreviews ? Previews.INCLUDE : Previews.SKIP;
        ReadingChoices choices = new ReadingChoices(previews, owner == null ? null : owner.value(), dateOrder);
        long size = file.size();
        try (Progress line = Progress.ofBytes(clock, err, progress.manner(), file.basename())) {
            return intake.read(file, choices, rejected, bytes -> line.reached(bytes, size));
        }
    }

    /** An order of dates on the command line. */
    private static final class DateOrderOption implements ITypeConverter<DateOrder> {
        @Override
        public DateOrder convert(String value) {
            return DateOrder.ofCode(value)
                    .orElseThrow(() -> new TypeConversionException("'" + Terminal.plain(value)
                            + "' is no order of dates; give dmy (31/12/2024), mdy (12/31/2024) or ymd (2024/12/31)"));
        }
    }
}
