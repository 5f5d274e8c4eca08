package dev.streakline.cli;

import dev.streakline.cli.access.KeyCommand;
import dev.streakline.cli.access.TokenCommand;
import dev.streakline.cli.demo.DemoCommand;
import dev.streakline.cli.intake.DumpCommand;
import dev.streakline.cli.intake.ImportCommand;
import dev.streakline.cli.intake.IntakeCommand;
import dev.streakline.cli.intake.WithdrawCommand;
import dev.streakline.cli.operation.CompletionCommand;
import dev.streakline.cli.operation.DoctorCommand;
import dev.streakline.cli.operation.MigrateCommand;
import dev.streakline.cli.policy.PolicyCommand;
import dev.streakline.cli.ranking.RankingCommand;
import dev.streakline.cli.recalculation.RecalculateCommand;
import dev.streakline.cli.recalculation.VerifyCommand;
import dev.streakline.cli.serve.ServeCommand;
import dev.streakline.cli.statistics.StatsCommand;
import dev.streakline.cli.store.Programs;
import dev.streakline.cli.viewer.ForgetCommand;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands, of which as few are built as a command line needs: Picocli takes longer to read the annotations of all than
 * Java takes to start.
 */
final class Commands {

    private static final String COMPLETION = "completion";

    /** In the order in which the help tells them. */
    private static final List<Known> ALL = List.of(
            new Known("import", ImportCommand.class, ImportCommand::new),
            new Known("stats", StatsCommand.class, StatsCommand::new),
            new Known("ranking", RankingCommand.class, RankingCommand::new),
            new Known("recalculate", RecalculateCommand.class, RecalculateCommand::new),
            new Known("verify", VerifyCommand.class, VerifyCommand::new),
            new Known(
                    "intake",
                    IntakeCommand.class,
                    programs -> new CommandLine(new IntakeCommand())
                            .addSubcommand(new IntakeCommand.Show(programs))
                            .addSubcommand(new IntakeCommand.Set(programs))),
            new Known(
                    "policy",
                    PolicyCommand.class,
                    programs -> new CommandLine(new PolicyCommand())
                            .addSubcommand(new PolicyCommand.Show(programs))
                            .addSubcommand(new PolicyCommand.Set(programs))),
            new Known("serve", ServeCommand.class, ServeCommand::new),
            new Known("withdraw", WithdrawCommand.class, WithdrawCommand::new),
            new Known("forget", ForgetCommand.class, ForgetCommand::new),
            new Known("dump", DumpCommand.class, DumpCommand::new),
            new Known(
                    "key",
                    KeyCommand.class,
                    programs -> new CommandLine(new KeyCommand())
                            .addSubcommand(new KeyCommand.Create(programs))
                            .addSubcommand(new KeyCommand.Listing(programs))
                            .addSubcommand(new KeyCommand.Revoke(programs))),
            new Known(
                    "token",
                    TokenCommand.class,
                    programs -> new CommandLine(new TokenCommand()).addSubcommand(new TokenCommand.Issue(programs))),
            new Known("migrate", MigrateCommand.class, MigrateCommand::new),
            new Known("doctor", DoctorCommand.class, DoctorCommand::new),
            new Known("demo", DemoCommand.class, DemoCommand::new),
            new Known(COMPLETION, CompletionCommand.class, programs -> new CompletionCommand()));

    private Commands() {}

    /**
     * A command.
     *
     * @param type has its description
     * @param building gives what Picocli takes for a command
     */
    private record Known(String name, Class<?> type, Function<Programs, Object> building) {

        /** What the help of the whole program tells of it. */
        CommandSpec outline() {
            CommandSpec outline = CommandSpec.create();
            outline.usageMessage().description(type.getAnnotation(Command.class).description());
            return outline;
        }
    }

    /** Adds the command that is named, outlines where only options are, and all where neither is said or all are needed. */
    static void add(CommandLine program, String[] args, Programs programs) {
        Optional<Known> named = ALL.stream()
                .filter(known -> args.length > 0 && known.name().equals(args[0]))
                .filter(known -> !known.name().equals(COMPLETION))
                .findFirst();
        if (named.isPresent()) {
            program.addSubcommand(named.get().name(), named.get().building().apply(programs));
        } else if (args.length > 0 && args[0].startsWith("-")) {
            ALL.forEach(known -> program.addSubcommand(known.name(), known.outline()));
        } else {
            ALL.forEach(known ->
                    program.addSubcommand(known.name(), known.building().apply(programs)));
        }
    }
}
