package dev.streakline.cli.ranking;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.RankingView;
import dev.streakline.application.view.InvalidCursorException;
import dev.streakline.cli.option.IdentifierConverter;
import dev.streakline.cli.option.MetricConverter;
import dev.streakline.cli.option.ViewerConverter;
import dev.streakline.cli.store.CommandContext;
import dev.streakline.cli.store.Existing;
import dev.streakline.cli.store.StoreOptions;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.terminal.CommandFailedException;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.cli.terminal.OutputOptions;
import dev.streakline.cli.terminal.ProgramVersion;
import dev.streakline.cli.terminal.Terminal;
import dev.streakline.domain.ranking.Metric;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Shows the first viewers of a ranking. */
@Command(
        name = "ranking",
        description = {
            "Show the viewers with most watch time or messages.",
            "Ranks the viewers of a channel, or of the whole store.",
            "Viewers who have opted out are not ranked. Rankings are updated when viewers are recalculated."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, even if the viewer of --around is not ranked",
            "2:the command line is invalid",
            "4:the channel, the viewer or the store does not exist",
            "69:the database cannot be reached"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  streakline ranking",
            "  streakline ranking --channel chess-live --limit 3",
            "  streakline ranking --channel chess-live --metric messages --around ada",
            "  streakline ranking --channel chess-live --json"
        })
public final class RankingCommand implements Callable<Integer> {

    @Option(
            names = "--channel",
            paramLabel = "CHANNEL",
            converter = IdentifierConverter.class,
            description = "Only the viewers of this channel, by its id (default: all viewers).")
    private @Nullable String channel;

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            defaultValue = "watchTime",
            converter = MetricConverter.class,
            description = "Rank by watchTime or messages (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
    private Metric metric;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10",
            converter = LimitOption.class,
            description = "Show at most N viewers, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--around",
            paramLabel = "VIEWER",
            converter = ViewerConverter.class,
            description = "Also show this viewer with the two viewers before and after.")
    private @Nullable ViewerId around;

    @Option(
            names = "--cursor",
            paramLabel = "CURSOR",
            description = "Continue after the page whose JSON has this nextCursor.")
    private @Nullable String cursor;

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final Stores stores;

    public RankingCommand(Stores stores) {
        this.stores = stores;
    }

    @Override
    public Integer call() {
        try (CommandContext context = store.openExisting(stores, output.err())) {
            Population population = channel == null ? Population.DEPLOYMENT : Existing.population(context, channel);
            ViewerId viewer = around == null ? null : Existing.viewer(context, around);
            RankingView ranking = context.streakline().showRanking().show(population, metric, viewer, limit, cursor);
            output.print(ranking, RankingText.of(ranking, viewer));
            return ExitCode.DONE.number();
        } catch (InvalidCursorException invalid) {
            throw new CommandFailedException(ExitCode.USAGE, "--cursor " + invalid.getMessage());
        }
    }

    /** How many, on the command line. */
    private static final class LimitOption implements ITypeConverter<Integer> {

        private static final int MOST = 1_000;

        @Override
        public Integer convert(String value) {
            try {
                int limit = Integer.parseInt(value);
                if (limit >= 1 && limit <= MOST) {
                    return limit;
                }
            } catch (NumberFormatException none) {
                // Reported below.
            }
            throw new TypeConversionException("'" + Terminal.plain(value) + "' is not a number from 1 to 1000");
        }
    }
}
