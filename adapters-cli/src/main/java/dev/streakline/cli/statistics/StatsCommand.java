package dev.streakline.cli.statistics;

import dev.streakline.application.Streakline;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.lifetime.ChannelsView;
import dev.streakline.application.lifetime.LifetimeView;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.cli.intake.Intake;
import dev.streakline.cli.intake.IntakeSummary;
import dev.streakline.cli.intake.ReadingOptions;
import dev.streakline.cli.intake.ZonesOfViewers;
import dev.streakline.cli.option.IdentifierConverter;
import dev.streakline.cli.option.ZoneConverter;
import dev.streakline.cli.store.CommandContext;
import dev.streakline.cli.store.StoreOptions;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.terminal.CommandFailedException;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.cli.terminal.ProgramVersion;
import dev.streakline.cli.terminal.Terminal;
import dev.streakline.json.Json;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Shows the statistics of the viewers in files, or in the store. */
@Command(
        name = "stats",
        description = {
            "Show the statistics of viewers, from files or from the store.",
            "Shows streak, milestones, viewing time and calendar of each viewer. With --channel, "
                    + "shows the statistics on one channel; with --channels, lists the channels.",
            "",
            "Reads these files, plain, compressed with gzip, or in a zip or tgz archive:",
            "Netflix ViewingActivity.csv, with lengths, even if saved by a spreadsheet",
            "Netflix's short list of Title,Date (needs --as)",
            "Trakt watched-history-1.json, -2.json ... (needs --as)",
            "YouTube watch-history of Google Takeout, HTML or JSON (needs --as)",
            "Streakline events, one JSON object per line",
            "",
            "Trailers, previews of less than 2 minutes that started automatically, advertisements, "
                    + "and activity that is not viewing are skipped; the summary counts them. Lines that "
                    + "cannot be read are written to a reject file with the reason."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, even if some lines were rejected",
            "1:a file could not be read to its end, or none of its lines was accepted; the rest is counted",
            "2:the command line is invalid, or lacks --as, --date-order or --zone",
            "4:the file, the viewer or the store does not exist",
            "69:the database cannot be reached"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  streakline stats --viewer ada",
            "  streakline stats events.ndjson.gz --viewer ada --channels",
            "  streakline stats events.ndjson.gz --viewer ada --channel chess-live",
            "  streakline stats ViewingActivity.csv --zone America/Sao_Paulo",
            "  streakline stats watched-history-*.json --as ada --zone Europe/Riga",
            "  streakline stats takeout.zip --as ada",
            "  streakline stats NetflixViewingHistory.csv --as ada --date-order dmy",
            "  streakline stats --viewer ada --as-of 2026-05-10T12:00:00Z --json",
            "  zcat events.ndjson.gz | streakline stats -"
        })
public final class StatsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "History files; - for standard input (default: the store).")
    private List<String> files = new ArrayList<>();

    @Option(names = "--viewer", paramLabel = "ID", description = "Show only this viewer (default: all).")
    private @Nullable String viewer;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = ZoneConverter.class,
            description =
                    "Count days in this zone, such as Europe/Berlin, instead of the zones in the files (else UTC).")
    private @Nullable ZoneId zone;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            converter = InstantOption.class,
            description = "Show the statistics as of an instant, such as 2026-05-10T12:00:00Z (default: now).")
    private @Nullable Instant asOf;

    @ArgGroup
    private @Nullable OfChannels channels;

    /** The requested statistics of channels, instead of those of everything that a viewer did. */
    private static final class OfChannels {
        @Option(
                names = "--channel",
                paramLabel = "CHANNEL",
                converter = IdentifierConverter.class,
                description = "Show watch time, messages, loyalty, activity, radar and badges on this channel.")
        private @Nullable String channel;

        @Option(names = "--channels", description = "List the channels of each viewer, the most watched first.")
        private boolean all;
    }

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Mixin
    private final ReadingOptions readingOptions = new ReadingOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Stores stores;

    public StatsCommand(Stores stores) {
        this.stores = stores;
    }

    @Override
    public Integer call() throws HistoryUnreadableException {
        PrintWriter err = spec.commandLine().getErr();
        if (files.isEmpty()) {
            try (CommandContext context = store.openExisting(stores, err)) {
                answer(context, null);
                return ExitCode.DONE.number();
            }
        }
        try (CommandContext context = stores.inMemory()) {
            Intake intake = Intake.into(context);
            ExitCode code = readingOptions.readAll(files, intake, context.clock(), zone, err);
            if (zone == null && !readingOptions.progress().isQuiet()) {
                new ZonesOfViewers(context, intake.viewers()).notice().ifPresent(err::println);
            }
            answer(context, intake.summary());
            return code.number();
        }
    }

    private void answer(CommandContext context, @Nullable IntakeSummary summary) {
        Streakline streakline =
                zone == null ? context.streakline() : context.streakline().inZone(zone);
        List<ViewerId> viewers = viewers(streakline.readHistory());
        PrintWriter out = spec.commandLine().getOut();
        ChannelText channelText = new ChannelText(out);
        if (channels == null) {
            StatsText text = new StatsText(out);
            print(summary, viewers, each -> ViewerStats.of(streakline, each, moment()), text::print);
        } else if (channels.all) {
            print(summary, viewers, each -> channels(streakline, each), channelText::print);
        } else {
            String channel = Objects.requireNonNull(channels.channel, "one of the two is given");
            print(summary, viewers, each -> onChannel(streakline, each, channel), view -> {
                if (view.hasNothing()) {
                    channelText.printNothing(view, channels(streakline, new ViewerId(view.viewer())));
                } else {
                    channelText.print(view);
                }
            });
        }
    }

    private <A> void print(
            @Nullable IntakeSummary summary,
            List<ViewerId> viewers,
            Function<ViewerId, A> answering,
            Consumer<A> printing) {
        List<A> answers = viewers.stream().map(answering).toList();
        if (json) {
            spec.commandLine().getOut().println(Json.text(new Answers<>(summary, answers)));
        } else {
            answers.forEach(printing);
        }
    }

    /** The output of {@code --json}. */
    private record Answers<A>(@Nullable IntakeSummary summary, List<A> viewers) {}

    private List<ViewerId> viewers(ReadHistory histories) {
        List<ViewerId> known = histories.viewers();
        String wanted = viewer;
        List<ViewerId> viewers = known.stream()
                .filter(each -> wanted == null || each.value().equals(wanted))
                .toList();
        if (wanted != null && viewers.isEmpty()) {
            throw new CommandFailedException(
                    ExitCode.NOT_FOUND,
                    "there is no viewer " + Terminal.plain(wanted)
                            + (files.isEmpty() ? " in the store. " : " in the files. ")
                            + (known.isEmpty() ? "There are no viewers." : "Name one of " + some(known) + "."));
        }
        return viewers;
    }

    private static String some(List<ViewerId> known) {
        String names = known.stream()
                .limit(5)
                .map(each -> Terminal.plain(each.value()))
                .collect(Collectors.joining(", "));
        return known.size() > 5 ? names + " and " + (known.size() - 5) + " more" : names;
    }

    private AsOf moment() {
        return asOf == null ? AsOf.LIVE : new AsOf.At(asOf);
    }

    private ChannelsView channels(Streakline streakline, ViewerId viewer) {
        return streakline.showChannels().show(viewer, moment()).orElseThrow();
    }

    private LifetimeView onChannel(Streakline streakline, ViewerId viewer, String channel) {
        return streakline.showLifetime().show(viewer, channel, moment()).orElseThrow();
    }

    /** An instant on the command line. */
    private static final class InstantOption implements ITypeConverter<Instant> {

        private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
        private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

        @Override
        public Instant convert(String value) {
            try {
                Instant instant = OffsetDateTime.parse(value).toInstant();
                if (!instant.isBefore(FIRST) && instant.isBefore(END)) {
                    return instant;
                }
            } catch (DateTimeException e) {
                // Reported below.
            }
            throw new TypeConversionException("'" + Terminal.plain(value)
                    + "' is not an instant from 1900 to 2199; use one with an offset, such as 2026-05-10T12:00:00Z");
        }
    }
}
