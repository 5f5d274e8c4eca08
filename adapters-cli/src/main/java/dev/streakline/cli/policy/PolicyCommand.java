package dev.streakline.cli.policy;

import dev.streakline.application.policy.PoliciesView;
import dev.streakline.application.policy.PolicyVersions;
import dev.streakline.application.policy.PolicyVersions.PolicyVersion;
import dev.streakline.application.view.InvalidFieldException;
import dev.streakline.cli.store.CommandContext;
import dev.streakline.cli.store.StoreOptions;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.terminal.CommandFailedException;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.cli.terminal.OutputOptions;
import dev.streakline.cli.terminal.ProgramVersion;
import dev.streakline.cli.terminal.Terminal;
import dev.streakline.cli.terminal.WholeFile;
import dev.streakline.domain.milestone.Ladder;
import dev.streakline.domain.policy.Policies;
import dev.streakline.json.InvalidJsonException;
import dev.streakline.json.MalformedJsonException;
import dev.streakline.json.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and sets the rules by which statistics are made. */
@Command(
        name = "policy",
        description = {
            "Show and set the policies of statistics.",
            "Policies are the start of days, what qualifies a day, freezes, completion and milestones."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  streakline policy show",
            "  streakline policy show --json > policy.json",
            "  streakline policy set policy.json --dry-run"
        })
public final class PolicyCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "");
    }

    /** Shows the policies in force. */
    @Command(
            name = "show",
            description = "Show the policies in force.",
            mixinStandardHelpOptions = true,
            versionProvider = ProgramVersion.class,
            footerHeading = "%nExamples:%n",
            footer = {"  streakline policy show", "  streakline policy show --json > policy.json"})
    public static final class ShowPolicies implements Callable<Integer> {

        @Mixin
        private final StoreOptions store = new StoreOptions();

        @Mixin
        private final OutputOptions output = new OutputOptions();

        private final Stores stores;

        public ShowPolicies(Stores stores) {
            this.stores = stores;
        }

        @Override
        public Integer call() {
            try (CommandContext context = store.openReadOnly(stores, output.err())) {
                PolicyVersion current = context.ports().policies().current();
                output.print(PoliciesView.of(current), text(current));
                return ExitCode.DONE.number();
            }
        }
    }

    /** Puts policies in force. */
    @Command(
            name = "set",
            description = {
                "Set the policies.",
                "The file has the form of 'streakline policy show --json'. All members except version "
                        + "are required.",
                "The statistics of all viewers become due; 'streakline recalculate' updates them at "
                        + "once. Announced achievements stay."
            },
            mixinStandardHelpOptions = true,
            versionProvider = ProgramVersion.class,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:done, even if the policies were in force already",
                "1:the file cannot be read",
                "3:the policies are invalid; nothing was changed",
                "4:the file does not exist",
                "69:the database cannot be reached"
            },
            footerHeading = "%nExamples:%n",
            footer = {"  streakline policy set policy.json", "  streakline policy set - < policy.json"})
    public static final class SetPolicies implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "The policies as JSON; - for standard input.")
        @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
        private String file;

        @Option(names = "--dry-run", description = "Check and show the policies, and change nothing.")
        private boolean dryRun;

        @Mixin
        private final StoreOptions store = new StoreOptions();

        @Mixin
        private final OutputOptions output = new OutputOptions();

        private final Stores stores;

        public SetPolicies(Stores stores) {
            this.stores = stores;
        }

        @Override
        public Integer call() {
            Policies policies = policies(file);
            try (CommandContext context =
                    dryRun ? store.openReadOnly(stores, output.err()) : store.open(stores, output.err())) {
                PolicyVersion current = context.ports().policies().current();
                PolicyVersion set = dryRun
                        ? next(current, policies)
                        : context.ports().policies().adopt(policies);
                output.print(PoliciesView.of(set), text(set) + System.lineSeparator() + done(current, set));
                return ExitCode.DONE.number();
            }
        }

        private String done(PolicyVersion current, PolicyVersion set) {
            if (current.number() == set.number()) {
                return "in force already";
            }
            return dryRun
                    ? "nothing was changed: --dry-run"
                    : "in force; 'streakline recalculate' updates all statistics now";
        }

        private static PolicyVersion next(PolicyVersion current, Policies policies) {
            return current.policies().equals(policies) ? current : new PolicyVersion(current.number() + 1, policies);
        }
    }

    private static Policies policies(String file) {
        try {
            byte[] json = file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
            return StrictJson.read(json, PoliciesView.class).policies();
        } catch (IOException unreadable) {
            throw new CommandFailedException(
                    unreadable instanceof NoSuchFileException ? ExitCode.NOT_FOUND : ExitCode.FAILED,
                    "cannot read " + Terminal.plain(file) + ": " + WholeFile.why(unreadable)
                            + ". Nothing was changed.");
        } catch (MalformedJsonException malformed) {
            throw invalid(file, "the text " + malformed.getMessage());
        } catch (InvalidJsonException invalid) {
            throw invalid(
                    file,
                    invalid.errors().stream()
                            .map(error -> error.pointer() + ": " + error.detail())
                            .collect(Collectors.joining(" ")));
        } catch (InvalidFieldException invalid) {
            throw invalid(file, invalid.pointer() + ": " + invalid.reason());
        }
    }

    private static CommandFailedException invalid(String file, String why) {
        return new CommandFailedException(
                ExitCode.CONFIGURATION,
                "the policies in " + (file.equals("-") ? "standard input" : Terminal.plain(file)) + " are invalid: "
                        + Terminal.plain(why)
                        + " Nothing was changed; 'streakline policy show --json' prints valid ones.");
    }

    private static String text(PolicyVersions.PolicyVersion version) {
        Policies policies = version.policies();
        List<String> lines = new ArrayList<>();
        lines.add("version      " + version.number());
        lines.add("day start    " + policies.dayStart().time());
        lines.add("a day needs  "
                + (policies.streaks().minimumSeconds() == 0
                        ? "one session"
                        : policies.streaks().minimumSeconds() + " s watched"));
        lines.add("freezes      "
                + (policies.streaks().freezeCap() == 0
                        ? "none"
                        : "one every " + policies.streaks().daysPerFreeze() + " qualified days, at most "
                                + policies.streaks().freezeCap() + " held"));
        lines.add("completed    at " + policies.completion().percent() + " % of the runtime, or after "
                + policies.completion().secondsOfUnknown() + " s where it is unknown");
        policies.ladders().forEach(ladder -> lines.add(line(ladder)));
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(Ladder ladder) {
        return String.format("%-12s ", ladder.measure().code())
                + ladder.rungs().stream()
                        .map(rung -> rung.threshold() + " " + rung.tier().code())
                        .collect(Collectors.joining(", "));
    }
}
