package dev.streakline.cli.operation;

import dev.streakline.application.fact.Zones;
import dev.streakline.application.history.StoreUnavailable;
import dev.streakline.cli.store.Programs;
import dev.streakline.cli.store.StoreOptions;
import dev.streakline.cli.terminal.Answering;
import dev.streakline.cli.terminal.ExitCode;
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
        description = "Looks at this machine and the store, and says what is wrong and what to do.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is well, but perhaps for warnings",
            "1:something does not work",
            "3:the configuration is wrong",
            "69:the database cannot be reached"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  streakline doctor", "  streakline doctor --json --data /srv/streakline"})
public final class DoctorCommand implements Callable<Integer> {

    private static final Programs.Finding NOTHING_KEPT = new Programs.Finding(
            Programs.State.OK, "database", "nothing is kept here yet: 'streakline import FILE' makes it");

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Mixin
    private final Answering answering = new Answering();

    private final Programs programs;

    public DoctorCommand(Programs programs) {
        this.programs = programs;
    }

    @Override
    public Integer call() {
        List<Programs.Finding> findings = new ArrayList<>(store.machine(programs));
        StoreUnavailable unavailable = addFindings(findings);
        findings.add(new Programs.Finding(
                Programs.State.OK, "zones", "version " + Zones.dataVersion() + " of the time-zone data, from Java"));
        answering.print(
                findings.stream().map(FindingJson::of).toList(),
                findings.stream().map(DoctorCommand::text).collect(Collectors.joining(System.lineSeparator())));
        if (unavailable != null) {
            throw unavailable;
        }
        boolean fails = findings.stream().anyMatch(each -> each.state() == Programs.State.FAILED);
        return (fails ? ExitCode.FAILED : ExitCode.DONE).number();
    }

    /** Adds those of the store; why it cannot be opened, null when it can. */
    private @Nullable StoreUnavailable addFindings(List<Programs.Finding> findings) {
        if (!store.isKept(programs)) {
            findings.add(NOTHING_KEPT);
            return null;
        }
        try (Programs.Upkeep upkeep = store.upkeep(programs, answering.err())) {
            findings.addAll(upkeep.findings());
            return null;
        } catch (StoreUnavailable unavailable) {
            findings.add(new Programs.Finding(
                    Programs.State.FAILED,
                    "store",
                    "cannot be opened: "
                            + String.valueOf(unavailable.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("")));
            return unavailable;
        }
    }

    private static String text(Programs.Finding finding) {
        return String.format("%-8s %-10s %s", finding.state().code(), finding.about(), Terminal.plain(finding.what()));
    }

    /** What {@code --json} prints of one finding. */
    private record FindingJson(String state, String about, String what) {
        private static FindingJson of(Programs.Finding finding) {
            return new FindingJson(finding.state().code(), finding.about(), finding.what());
        }
    }
}
