package dev.streakline.cli.intake;

import dev.streakline.application.intake.IntakeLimits;
import dev.streakline.application.intake.IntakeRuleVersions.IntakeRuleVersion;
import dev.streakline.application.intake.IntakeRules;
import dev.streakline.application.intake.IntakeRulesView;
import dev.streakline.application.intake.OwnFacts;
import dev.streakline.cli.store.CommandContext;
import dev.streakline.cli.store.StoreOptions;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.cli.terminal.OutputOptions;
import dev.streakline.cli.terminal.ProgramVersion;
import dev.streakline.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows and sets who may send facts over HTTP, and how many. */
@Command(
        name = "intake",
        description = "Show and set who may send facts, and how many.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  streakline intake show",
            "  streakline intake set --viewer-facts on",
            "  streakline intake set --events-per-day 50000 --dry-run"
        })
public final class IntakeCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "");
    }

    /** Shows the rules in force. */
    @Command(
            name = "show",
            description = "Show the intake rules in force.",
            mixinStandardHelpOptions = true,
            versionProvider = ProgramVersion.class,
            footerHeading = "%nExamples:%n",
            footer = {"  streakline intake show", "  streakline intake show --json"})
    public static final class ShowIntakeRules implements Callable<Integer> {

        @Mixin
        private final StoreOptions store = new StoreOptions();

        @Mixin
        private final OutputOptions output = new OutputOptions();

        private final Stores stores;

        public ShowIntakeRules(Stores stores) {
            this.stores = stores;
        }

        @Override
        public Integer call() {
            try (CommandContext context = store.openReadOnly(stores, output.err())) {
                IntakeRuleVersion current = context.ports().intakeRules().current();
                output.print(IntakeRulesView.of(current), text(current));
                return ExitCode.DONE.number();
            }
        }
    }

    /** Puts rules in force. */
    @Command(
            name = "set",
            description = {
                "Set intake rules.",
                "Rules that you do not set stay as they are. Statistics do not change.",
                "The limits are for a viewer's own token. Role ingest has ten times as much for each "
                        + "viewer; the command line has no limits. Days are days of arrival in UTC."
            },
            mixinStandardHelpOptions = true,
            versionProvider = ProgramVersion.class,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:done, even if the rules were in force already",
                "2:the command line is invalid, or a value is out of bounds",
                "69:the database cannot be reached"
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  streakline intake set --viewer-facts off",
                "  streakline intake set --events-per-day 50000 --channels 10000"
            })
    public static final class SetIntakeRules implements Callable<Integer> {

        @Spec
        @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
        private CommandSpec spec;

        @Option(
                names = "--viewer-facts",
                paramLabel = "on|off",
                description = "Whether viewers may send facts about themselves.")
        private @Nullable String viewerFacts;

        @Option(names = "--events-per-day", paramLabel = "N", description = "Accepted facts per day.")
        private @Nullable Integer eventsPerDay;

        @Option(names = "--titles", paramLabel = "N", description = "Distinct titles, as of the last recalculation.")
        private @Nullable Integer titles;

        @Option(
                names = "--channels",
                paramLabel = "N",
                description = "Distinct channels, as of the last recalculation.")
        private @Nullable Integer channels;

        @Option(names = "--pauses", paramLabel = "N", description = "Declared pauses, as of the last recalculation.")
        private @Nullable Integer pauses;

        @Option(names = "--zone-changes-per-day", paramLabel = "N", description = "Facts with a zone per day.")
        private @Nullable Integer zoneChangesPerDay;

        @Option(names = "--dry-run", description = "Check and show the rules, and change nothing.")
        private boolean dryRun;

        @Mixin
        private final StoreOptions store = new StoreOptions();

        @Mixin
        private final OutputOptions output = new OutputOptions();

        private final Stores stores;

        public SetIntakeRules(Stores stores) {
            this.stores = stores;
        }

        @Override
        public Integer call() {
            // Bounds are checked before a store is opened.
            changed(IntakeRules.DEFAULT);
            try (CommandContext context =
                    dryRun ? store.openReadOnly(stores, output.err()) : store.open(stores, output.err())) {
                IntakeRuleVersion current = context.ports().intakeRules().current();
                IntakeRules wanted = changed(current.rules());
                IntakeRuleVersion set = dryRun
                        ? next(current, wanted)
                        : context.ports().intakeRules().adopt(wanted);
                output.print(IntakeRulesView.of(set), text(set) + System.lineSeparator() + done(current, set));
                return ExitCode.DONE.number();
            }
        }

        private String done(IntakeRuleVersion current, IntakeRuleVersion set) {
            if (current.number() == set.number()) {
                return "in force already";
            }
            return dryRun ? "nothing was changed: --dry-run" : "in force";
        }

        private static IntakeRuleVersion next(IntakeRuleVersion current, IntakeRules rules) {
            return current.rules().equals(rules) ? current : new IntakeRuleVersion(current.number() + 1, rules);
        }

        private IntakeRules changed(IntakeRules rules) {
            IntakeLimits limits = rules.limits();
            try {
                return new IntakeRules(
                        viewerFacts == null ? rules.viewerFacts() : ownFacts(viewerFacts),
                        new IntakeLimits(
                                or(eventsPerDay, limits.eventsPerDay()),
                                or(titles, limits.titles()),
                                or(channels, limits.channels()),
                                or(pauses, limits.pauses()),
                                or(zoneChangesPerDay, limits.zoneChangesPerDay())));
            } catch (IllegalArgumentException outOfBounds) {
                throw new ParameterException(spec.commandLine(), String.valueOf(outOfBounds.getMessage()));
            }
        }

        private OwnFacts ownFacts(String word) {
            return OwnFacts.ofCode(word)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "--viewer-facts must be on or off, but is " + Terminal.plain(word)));
        }

        private static int or(@Nullable Integer value, int otherwise) {
            return value == null ? otherwise : value;
        }
    }

    private static String text(IntakeRuleVersion version) {
        IntakeLimits limits = version.rules().limits();
        return String.join(
                System.lineSeparator(),
                List.of(
                        "version               " + version.number(),
                        "viewer facts          " + version.rules().viewerFacts().code(),
                        "events a day          " + limits.eventsPerDay(),
                        "titles                " + limits.titles(),
                        "channels              " + limits.channels(),
                        "pauses                " + limits.pauses(),
                        "zone changes a day    " + limits.zoneChangesPerDay()));
    }
}
