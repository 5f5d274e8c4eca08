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
            "Prints a script by which bash completes commands and options; zsh takes it after 'bashcompinit'.",
            "It is for the program's name: streakline, wherever that is on the path."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:the command line was not understood"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  streakline completion > ~/.local/share/bash-completion/completions/streakline",
            "  source <(streakline completion)     in bash, for this shell alone"
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
