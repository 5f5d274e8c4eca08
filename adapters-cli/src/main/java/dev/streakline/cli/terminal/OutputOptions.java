package dev.streakline.cli.terminal;

import dev.streakline.json.Json;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option of every command that prints an answer: for people, or as JSON. */
public final class OutputOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
    private CommandSpec command;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /**
     * Prints an answer.
     *
     * @param answer a record, as JSON
     * @param text the same for people, a line or several
     */
    public void print(Object answer, String text) {
        out().println(json ? Json.text(answer) : text);
    }

    /** Takes data. */
    public PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** Takes words. */
    public PrintWriter err() {
        return command.commandLine().getErr();
    }
}
