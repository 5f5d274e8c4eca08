package dev.streakline.cli.intake;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.format.DateOrder;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.format.Previews;
import dev.streakline.application.format.Reach;
import dev.streakline.application.format.ReadingChoices;
import dev.streakline.cli.option.ViewerConverter;
import dev.streakline.cli.store.ProgressOptions;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.cli.terminal.Progress;
import dev.streakline.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of every command that reads histories, and the reading itself with its messages on standard error. */
public final class ReadingOptions {

    @Option(
            names = "--as",
            paramLabel = "VIEWER",
            converter = ViewerConverter.class,
            description = "The viewer, for files that do not name one: Netflix's short list, Trakt, YouTube.")
    private @Nullable ViewerId owner;

    @Option(
            names = "--date-order",
            paramLabel = "ORDER",
            converter = DateOrderOption.class,
            description =
                    "The order of dates in CSV and HTML files: dmy, mdy or ymd (default: derived from the dates).")
    private @Nullable DateOrder dateOrder;

    @Option(names = "--include-previews", description = "Count trailers, previews and advertisements as well.")
    private boolean includePreviews;

    @Option(
            names = "--another-list",
            description = "Accept a Netflix short list that looks like a known one in another language.")
    private boolean anotherList;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "The file for rejected lines (default: <name>.rejects.ndjson in the current directory).")
    private @Nullable Path rejects;

    private static final ZoneOffset EARLIEST_ZONE = ZoneOffset.ofHours(14);

    @Mixin
    private final ProgressOptions progress = new ProgressOptions();

    /**
     * Reads files one after the other. Rejected lines go to reject files, and a summary is printed.
     *
     * @param files paths, or {@code -} for standard input
     * @param zone of local times without a zone; null if not given
     * @return {@link ExitCode#FAILED} if a file was not read to its end, or nothing in it was accepted
     */
    public ExitCode readAll(
            List<String> files, Intake intake, InstantSource clock, @Nullable ZoneId zone, PrintWriter err)
            throws HistoryUnreadableException {
        boolean isAllRead = true;
        try (RejectFiles rejectFiles = new RejectFiles(files, rejects)) {
            for (String argument : files) {
                HistoryFile file = new HistoryFile(argument, System.in);
                try {
                    isAllRead &= read(file, intake, rejectFiles.of(file), choices(intake, clock, zone), clock, err);
                } catch (HistoryUnreadableException unreadable) {
                    boolean isOneOfMany =
                            files.size() > 1 && unreadable.why() == HistoryUnreadableException.Cause.UNKNOWN_FORMAT;
                    if (!isOneOfMany) {
                        throw unreadable;
                    }
                    err.println("streakline: " + unreadable.getMessage());
                    isAllRead = false;
                }
            }
        } catch (HistoryUnreadableException unreadable) {
            if (intake.summary().read() > 0) {
                print(intake.summary(), err);
            }
            throw unreadable;
        }
        print(intake.summary(), err);
        return isAllRead ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void print(IntakeSummary summary, PrintWriter err) {
        if (!progress.isQuiet()) {
            summary.lines().forEach(err::println);
        }
        err.flush();
    }

    /** How far the command has come, that is not reading. */
    public ProgressOptions progress() {
        return progress;
    }

    private ReadingChoices choices(Intake intake, InstantSource clock, @Nullable ZoneId zone) {
        return new ReadingChoices(
                includePreviews ? Previews.INCLUDE : Previews.SKIP,
                owner == null ? null : owner.value(),
                dateOrder,
                zone,
                LocalDate.ofInstant(clock.instant(), EARLIEST_ZONE),
                anotherList ? intake.lists().withoutTitles() : intake.lists());
    }

    /** Whether the file was read to its end, and some of it was accepted. */
    private boolean read(
            HistoryFile file,
            Intake intake,
            RejectFile rejected,
            ReadingChoices choices,
            InstantSource clock,
            PrintWriter err)
            throws HistoryUnreadableException {
        String name = Terminal.plain(file.name());
        IntakeSummary before = intake.summary();
        List<String> notices = new ArrayList<>();
        long size = file.size();
        Reach reach;
        try (Progress line = Progress.ofBytes(clock, err, progress.manner(), file.basename())) {
            reach = intake.read(file, choices, rejected, bytes -> line.reached(bytes, size), notices::add);
        }
        IntakeSummary.PartCounts part = intake.summary().since(before);
        String reason = Terminal.plain(intake.mainReason());
        if (part.isNothingTaken()) {
            err.println("streakline: nothing of " + name + " was accepted: " + reason + " (" + part.rejected() + " of "
                    + part.read() + " rejected, the others skipped)");
        } else if (part.isMostlyRejected()) {
            err.println("streakline: most of " + name + " was rejected, " + part.rejected() + " of " + part.read()
                    + " lines, mostly because: " + reason);
        }
        notices.forEach(words -> err.println("streakline: " + words));
        if (reach == Reach.TRUNCATED) {
            err.println("streakline: " + name + " ends early; everything before that is counted.");
        }
        if (part.rejected() > 0) {
            rejected.written()
                    .ifPresent(path -> err.println("streakline: " + Terminal.count(part.rejected(), "line") + " of "
                            + name + " rejected; see " + Terminal.plain(path.toString()) + " for the reasons"));
        }
        return reach == Reach.COMPLETE && !part.isNothingTaken();
    }

    /** An order of dates on the command line. */
    private static final class DateOrderOption implements ITypeConverter<DateOrder> {
        @Override
        public DateOrder convert(String value) {
            return DateOrder.ofCode(value)
                    .orElseThrow(
                            () -> new TypeConversionException(
                                    "'" + Terminal.plain(value)
                                            + "' is not an order of dates; use dmy (31/12/2024), mdy (12/31/2024) or ymd (2024/12/31)"));
        }
    }
}
