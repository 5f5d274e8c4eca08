package dev.streakline.cli;

import dev.streakline.cli.store.Stores;
import dev.streakline.cli.terminal.Failures;
import dev.streakline.cli.terminal.OutputClosedException;
import dev.streakline.cli.terminal.ProgramVersion;
import dev.streakline.cli.terminal.StandardOutput;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: reads the command line, runs one command, and ends with its exit code. */
@Command(
        name = "streakline",
        description = "Compute streaks, milestones and viewing time from watch histories.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed",
            "2:the command line is invalid",
            "3:the configuration is wrong or incomplete",
            "4:not found",
            "5:the request conflicts with what is stored",
            "69:the database cannot be reached",
            "70:out of memory (serve and demo)",
            "73:the disk of the store is full"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  streakline stats ViewingActivity.csv --zone Europe/Berlin",
            "  streakline import ViewingActivity.csv",
            "  streakline stats",
            "  streakline import --help",
            "  STREAKLINE_DEBUG=1 streakline stats    # print the stack trace of an error"
        })
public final class StreaklineCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
    private CommandSpec spec;

    /** Runs the program on the streams and environment of this process, and ends the process. */
    public static void main(String[] args, Stores stores) {
        PrintWriter out = writer(StandardOutput.of(FileDescriptor.out));
        PrintWriter err = writer(new FileOutputStream(FileDescriptor.err));
        int exitCode = run(args, out, err, System.getenv(), stores);
        Runtime.getRuntime().exit(exitCode);
    }

    /**
     * Runs the program.
     *
     * @param args the command line
     * @param out receives the data
     * @param err receives the messages
     * @param environment in which {@code STREAKLINE_DEBUG=1} enables stack traces
     * @param stores gives commands their stores
     * @return the exit code
     */
    static int run(String[] args, PrintWriter out, PrintWriter err, Map<String, String> environment, Stores stores) {
        Failures failures = new Failures(environment);
        CommandLine commandLine = new CommandLine(new StreaklineCommand());
        Commands.add(commandLine, args, stores);
        commandLine
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Failures::notUnderstood)
                .setExecutionExceptionHandler(failures::failed);
        try {
            int exitCode = commandLine.execute(args);
            out.flush();
            err.flush();
            return exitCode;
        } catch (OutputClosedException closed) {
            return failures.outputClosed(closed, err);
        }
    }

    /** No command was named. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "");
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(new BufferedOutputStream(stream), StandardCharsets.UTF_8));
    }
}
