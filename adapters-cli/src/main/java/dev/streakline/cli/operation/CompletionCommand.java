package dev.streakline.cli.operation;

import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.cli.terminal.ProgramVersion;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the script by which shells complete commands and options. */
@Command(
        name = "completion",
        description = {
            "Print a completion script for bash.",
            "It completes commands and options of 'streakline'. In zsh, run 'bashcompinit' first."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:the command line is invalid"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  streakline completion > /etc/bash_completion.d/streakline",
            "  source <(streakline completion)    # for this shell only"
        })
public final class CompletionCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine program = spec.root().commandLine();
        spec.commandLine().getOut().print(AutoComplete.bash(spec.root().name(), program));
        return ExitCode.DONE.number();
    }
}
