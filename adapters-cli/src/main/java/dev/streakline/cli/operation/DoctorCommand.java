package dev.streakline.cli.operation;

import dev.streakline.application.fact.Zones;
import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.cli.store.StoreOptions;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.cli.terminal.OutputOptions;
import dev.streakline.cli.terminal.ProgramVersion;
import dev.streakline.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks whether everything is well. */
@Command(
        name = "doctor",
        description = "Check this machine and the store, and suggest remedies.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no failure; there may be warnings",
            "1:something does not work",
            "3:the configuration is wrong",
            "69:the database cannot be reached"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  streakline doctor", "  streakline doctor --json --data /srv/streakline"})
public final class DoctorCommand implements Callable<Integer> {

    private static final Stores.Finding NOTHING_KEPT = new Stores.Finding(
            Stores.StoreState.OK, "database", "the store does not exist yet: 'streakline import FILE' creates it");

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final Stores stores;

    public DoctorCommand(Stores stores) {
        this.stores = stores;
    }

    @Override
    public Integer call() {
        List<Stores.Finding> findings = new ArrayList<>(store.machine(stores));
        StoreUnavailableException unavailable = addFindings(findings);
        findings.add(new Stores.Finding(
                Stores.StoreState.OK, "zones", "version " + Zones.dataVersion() + " of the time-zone data, from Java"));
        output.print(
                findings.stream().map(FindingJson::of).toList(),
                findings.stream().map(DoctorCommand::text).collect(Collectors.joining(System.lineSeparator())));
        if (unavailable != null) {
            throw unavailable;
        }
        boolean fails = findings.stream().anyMatch(each -> each.state() == Stores.StoreState.FAILED);
        return (fails ? ExitCode.FAILED : ExitCode.DONE).number();
    }

    /** Adds those of the store; why it cannot be opened, null when it can. */
    private @Nullable StoreUnavailableException addFindings(List<Stores.Finding> findings) {
        if (!store.isKept(stores)) {
            findings.add(NOTHING_KEPT);
            return null;
        }
        try (Stores.Upkeep upkeep = store.upkeep(stores, output.err())) {
            findings.addAll(upkeep.findings());
            return null;
        } catch (StoreUnavailableException unavailable) {
            findings.add(new Stores.Finding(
                    Stores.StoreState.FAILED,
                    "store",
                    "cannot be opened: "
                            + String.valueOf(unavailable.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("")));
            return unavailable;
        }
    }

    private static String text(Stores.Finding finding) {
        return String.format("%-8s %-10s %s", finding.state().code(), finding.about(), Terminal.plain(finding.what()));
    }

    /** The output of {@code --json} for one finding. */
    private record FindingJson(String state, String about, String what) {
        private static FindingJson of(Stores.Finding finding) {
            return new FindingJson(finding.state().code(), finding.about(), finding.what());
        }
    }
}
