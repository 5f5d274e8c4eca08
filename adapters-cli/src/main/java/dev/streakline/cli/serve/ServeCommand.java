package dev.streakline.cli.serve;

import dev.streakline.cli.option.PortConverter;
import dev.streakline.cli.store.StoreOptions;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.terminal.ProgramVersion;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve}: the store over HTTP, until the process is ended. */
@Command(
        name = "serve",
        description = {
            "Serves the store over HTTP: events in, statistics out, and keeps the statistics up to date meanwhile.",
            "Prints one JSON line for each request. Ctrl-C ends it when the requests under way are answered,"
                    + " after 30 seconds at the latest.",
            "With a database of your own, it takes up to min(16, processors) + 19 connections: min(16, processors) + 2 for"
                    + " folds, 16 for requests, 1 to watch the server. It works with 4, and reports when it gets fewer"
                    + " than it would take.",
            "Callers need a token (streakline token issue) or an API key (streakline key create)."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was ended",
            "1:the address is taken",
            "2:the command line was not understood",
            "3:configuration wrong or incomplete",
            "69:database unavailable",
            "70:memory ran out"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  streakline serve",
            "  streakline serve --port 9000 --data /var/lib/streakline",
            "  streakline serve --host 0.0.0.0 --allow-origin https://media.example.org"
        })
public final class ServeCommand implements Callable<Integer> {

    private final Stores stores;

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
    private CommandSpec spec;

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to bind (default: ${DEFAULT-VALUE}, which only this machine reaches).")
    @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            converter = PortConverter.class,
            description = "The port, 0 for any that is free (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--allow-origin",
            paramLabel = "ORIGIN",
            description = "Whose pages may call it from a browser, such as https://example.org; may be repeated.")
    private List<String> origins = List.of();

    @Option(
            names = "--requests-per-minute",
            paramLabel = "N",
            defaultValue = "" + Stores.ServiceSettings.REQUESTS_PER_MINUTE,
            description = "How many requests one token or key has a minute (default: ${DEFAULT-VALUE}).")
    private int requestsPerMinute;

    @Option(
            names = "--log-requests",
            paramLabel = "WHICH",
            defaultValue = "all",
            description = "Which requests have a line: all, errors (a status of 400 or more) or none"
                    + " (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
    private Stores.RequestLogging logged;

    public ServeCommand(Stores stores) {
        this.stores = stores;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (requestsPerMinute < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--requests-per-minute must be at least 1, but is " + requestsPerMinute);
        }
        PrintWriter err = spec.commandLine().getErr();
        try (Stores.Service service = store.serve(
                stores,
                new Stores.ServiceSettings(host, port, origins, requestsPerMinute, logged),
                spec.commandLine().getOut(),
                err)) {
            ServiceRun ended = ServiceRun.of(service, StoreOptions.words(err));
            StoreOptions.words(err).accept(service.listening());
            return ended.await();
        }
    }
}
