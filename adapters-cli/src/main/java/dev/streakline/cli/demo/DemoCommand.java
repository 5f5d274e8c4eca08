package dev.streakline.cli.demo;

import dev.streakline.application.access.Role;
import dev.streakline.application.fact.IngestOutcome;
import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.intake.RecordFacts;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.cli.option.PortConverter;
import dev.streakline.cli.recalculation.FoldSummary;
import dev.streakline.cli.serve.ServiceRun;
import dev.streakline.cli.store.CommandContext;
import dev.streakline.cli.store.ProgressOptions;
import dev.streakline.cli.store.StoreOptions;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.terminal.OutputOptions;
import dev.streakline.cli.terminal.ProgramVersion;
import dev.streakline.cli.terminal.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a platform to try everything out on: imported, folded, shown and served. */
@Command(
        name = "demo",
        description = {
            "Create a demo platform, show its rankings, and serve it.",
            "The platform has 240 viewers, 20 channels and over 100,000 sessions of the last two "
                    + "years. Ctrl-C stops the service.",
            "The demo has a store of its own. The next run adds what has happened since. Delete "
                    + "the folder to remove the demo."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:stopped normally",
            "1:the address is in use",
            "2:the command line is invalid",
            "3:the environment names a database or an identity provider",
            "5:a newer version of Streakline uses this store",
            "69:the database cannot be reached"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  streakline demo",
            "  streakline demo --port 0 --data /tmp/demo",
            "  streakline stats --data ~/.local/share/streakline-demo --viewer ada-kaya",
            "  streakline ranking --data ~/.local/share/streakline-demo"
        })
public final class DemoCommand implements Callable<Integer> {

    private static final Duration DAY = Duration.ofDays(1);
    private static final String READER = "demo-reader";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder of the demo (default: streakline-demo, beside the store's folder).")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            converter = PortConverter.class,
            description = "The port; 0 for any free port (default: ${DEFAULT-VALUE}).")
    private int port;

    @Mixin
    private final ProgressOptions progress = new ProgressOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final Stores stores;

    public DemoCommand(Stores stores) {
        this.stores = stores;
    }

    @Override
    public Integer call() throws InterruptedException {
        Stores.ServiceSettings settings = Stores.ServiceSettings.local(port);
        requireFreePort(settings);
        Path folder = stores.demoFolder(data);
        print("the demo is in " + folder);
        Consumer<String> notices = StoreOptions.words(output.err());
        Stores.TokenIssuing tokenIssuing = stores.tokens(folder, notices);
        try (CommandContext context = stores.stored(folder, notices)) {
            DemoPlatform demo = new DemoPlatform(context.clock().instant());
            Taken taken = takeIn(context, demo);
            print(taken.text());
            Selection due = new Selection.Due(context.clock().instant());
            Statistics.RefreshSummary summary = progress.refresh(context, due, output.err());
            print(FoldSummary.of(summary).text());
            DemoTables tables = DemoTables.of(context, demo.channels());
            try (Stores.Service service = stores.serve(folder, settings, notices, this::log)) {
                Next next = new Next(
                        service.address(),
                        demo.devoted(),
                        tokenIssuing
                                .issue(demo.devoted(), Set.of(Role.VIEWER), DAY)
                                .token(),
                        tokenIssuing.issue(READER, Set.of(Role.READER), DAY).token());
                output.print(
                        new Shown(folder.toString(), taken, FoldSummary.of(summary), tables, next),
                        tables.text() + System.lineSeparator() + next.text());
                output.out().flush();
                ServiceRun ended = ServiceRun.of(service, StoreOptions.words(output.err()));
                print(service.listening() + "; Ctrl-C stops it");
                return ended.await();
            }
        }
    }

    /** Fails before the import, rather than after, if another program listens on the port. */
    private static void requireFreePort(Stores.ServiceSettings settings) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()));
        } catch (IOException taken) {
            throw settings.cannotListen(taken.getMessage());
        }
    }

    private void print(String word) {
        if (!progress.isQuiet()) {
            StoreOptions.words(output.err()).accept(word);
        }
    }

    private void log(String request) {
        if (!progress.isQuiet()) {
            PrintWriter err = output.err();
            err.println(request);
            err.flush();
        }
    }

    private Taken takeIn(CommandContext context, DemoPlatform demo) {
        LocalDate from = demo.missingFrom(id -> context.ports().facts().state(id) != FactLog.FactState.UNKNOWN);
        long total = demo.count(from);
        context.beginning().run();
        RecordFacts recording = context.streakline().recordFacts();
        Map<IngestOutcome, Long> outcomes = new EnumMap<>(IngestOutcome.class);
        long done = 0;
        try (Progress line = Progress.ofItems(context.clock(), output.err(), progress.manner(), "events of the demo")) {
            for (Iterator<List<Map<String, Object>>> batches = demo.batches(from); batches.hasNext(); ) {
                List<IngestResult> results = recording.record(batches.next());
                results.forEach(result -> outcomes.merge(result.outcome(), 1L, Long::sum));
                done += results.size();
                line.reached(done, total);
            }
        }
        long accepted = outcomes.getOrDefault(IngestOutcome.ACCEPTED, 0L);
        long duplicate =
                outcomes.getOrDefault(IngestOutcome.DUPLICATE, 0L) + outcomes.getOrDefault(IngestOutcome.WITHDRAWN, 0L);
        return new Taken(done, accepted, duplicate, done - accepted - duplicate);
    }

    /**
     * The outcome of the events; the last three counts add up to the first.
     *
     * @param read events of the days that may not be stored yet
     * @param accepted stored
     * @param duplicate known already
     * @param rejected such as when another version of the demo has stored other content
     */
    private record Taken(long read, long accepted, long duplicate, long rejected) {

        private String text() {
            return "read " + read + ": " + accepted + " accepted, " + duplicate + " duplicate, " + rejected
                    + " rejected";
        }
    }

    /**
     * Suggestions for what to try next.
     *
     * @param viewerToken of the viewer, for a day
     * @param readerToken of an account that may read every viewer's statistics, for a day
     */
    private record Next(String address, String viewer, String viewerToken, String readerToken) {

        private String text() {
            return """

                    Try these in another terminal. The tokens are valid for a day: one for viewer %s, one for a reader:

                      VIEWER=%s
                      READER=%s

                      curl -H "Authorization: Bearer $VIEWER" '%s/api/analytics/streak'
                      curl -H "Authorization: Bearer $VIEWER" '%4$s/api/analytics/milestones'
                      curl -H "Authorization: Bearer $READER" '%4$s/api/analytics/viewing-time?period=month&viewer=hugo-kaya'
                      curl -H "Authorization: Bearer $READER" '%4$s/api/analytics/calendar?viewer=hugo-kaya'
                    """.formatted(viewer, viewerToken, readerToken, address);
        }
    }

    /** The output of {@code --json}. */
    private record Shown(String data, Taken events, FoldSummary folded, DemoTables top, Next service) {}
}
