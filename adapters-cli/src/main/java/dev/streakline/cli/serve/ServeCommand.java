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
            "Serve the store over HTTP and keep its statistics up to date.",
            "Callers need a token (streakline token issue) or an API key (streakline key create). "
                    + "Each request is logged as a line of JSON.",
            "Ctrl-C stops the service once the running requests are answered, after 30 seconds at the latest.",
            "With an external database, the service uses up to min(16, processors) + 19 "
                    + "connections: min(16, processors) + 2 for recalculations, 16 for requests, 1 to "
                    + "monitor the server. It needs at least 4, and reports if it gets fewer than it would "
                    + "use."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:stopped normally",
            "1:the address is in use",
            "2:the command line is invalid",
            "3:the configuration is wrong or incomplete",
            "69:the database cannot be reached",
            "70:out of memory"
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
            description = "The address to bind (default: ${DEFAULT-VALUE}, for this machine only).")
    @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            converter = PortConverter.class,
            description = "The port; 0 for any free port (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--allow-origin",
            paramLabel = "ORIGIN",
            description = "Allow pages of this origin to call the service, such as https://example.org; repeatable.")
    private List<String> origins = List.of();

    @Option(
            names = "--requests-per-minute",
            paramLabel = "N",
            defaultValue = "" + Stores.ServiceSettings.REQUESTS_PER_MINUTE,
            description = "Requests per minute of one token or key (default: ${DEFAULT-VALUE}).")
    private int requestsPerMinute;

    @Option(
            names = "--log-requests",
            paramLabel = "WHICH",
            defaultValue = "all",
            description = "Log all requests, errors (status 400 or higher) or none (default: ${DEFAULT-VALUE}).")
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
