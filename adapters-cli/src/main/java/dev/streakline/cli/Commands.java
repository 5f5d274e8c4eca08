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
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.viewer.ForgetCommand;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands. As few are built as a command line needs: Picocli takes longer to read the annotations of all than Java
 * takes to start.
 */
final class Commands {

    private static final String COMPLETION = "completion";

    /** In the order of the help. */
    private static final List<CommandEntry> ALL = List.of(
            new CommandEntry("import", ImportCommand.class, ImportCommand::new),
            new CommandEntry("stats", StatsCommand.class, StatsCommand::new),
            new CommandEntry("ranking", RankingCommand.class, RankingCommand::new),
            new CommandEntry("recalculate", RecalculateCommand.class, RecalculateCommand::new),
            new CommandEntry("verify", VerifyCommand.class, VerifyCommand::new),
            new CommandEntry(
                    "intake",
                    IntakeCommand.class,
                    stores -> new CommandLine(new IntakeCommand())
                            .addSubcommand(new IntakeCommand.ShowIntakeRules(stores))
                            .addSubcommand(new IntakeCommand.SetIntakeRules(stores))),
            new CommandEntry(
                    "policy",
                    PolicyCommand.class,
                    stores -> new CommandLine(new PolicyCommand())
                            .addSubcommand(new PolicyCommand.ShowPolicies(stores))
                            .addSubcommand(new PolicyCommand.SetPolicies(stores))),
            new CommandEntry("serve", ServeCommand.class, ServeCommand::new),
            new CommandEntry("withdraw", WithdrawCommand.class, WithdrawCommand::new),
            new CommandEntry("forget", ForgetCommand.class, ForgetCommand::new),
            new CommandEntry("dump", DumpCommand.class, DumpCommand::new),
            new CommandEntry(
                    "key",
                    KeyCommand.class,
                    stores -> new CommandLine(new KeyCommand())
                            .addSubcommand(new KeyCommand.Create(stores))
                            .addSubcommand(new KeyCommand.ListKeys(stores))
                            .addSubcommand(new KeyCommand.Revoke(stores))),
            new CommandEntry(
                    "token",
                    TokenCommand.class,
                    stores -> new CommandLine(new TokenCommand()).addSubcommand(new TokenCommand.Issue(stores))),
            new CommandEntry("migrate", MigrateCommand.class, MigrateCommand::new),
            new CommandEntry("doctor", DoctorCommand.class, DoctorCommand::new),
            new CommandEntry("demo", DemoCommand.class, DemoCommand::new),
            new CommandEntry(COMPLETION, CompletionCommand.class, stores -> new CompletionCommand()));

    private Commands() {}

    /**
     * A command.
     *
     * @param type has its description
     * @param building returns the command object for Picocli
     */
    private record CommandEntry(String name, Class<?> type, Function<Stores, Object> building) {

        /** The command's part of the help of the whole program. */
        CommandSpec outline() {
            CommandSpec outline = CommandSpec.create();
            outline.usageMessage().description(type.getAnnotation(Command.class).description());
            return outline;
        }
    }

    /** Registers only the requested command; for options alone, summaries of all; otherwise everything. */
    static void add(CommandLine program, String[] args, Stores stores) {
        Optional<CommandEntry> named = ALL.stream()
                .filter(commandEntry -> args.length > 0 && commandEntry.name().equals(args[0]))
                .filter(commandEntry -> !commandEntry.name().equals(COMPLETION))
                .findFirst();
        if (named.isPresent()) {
            program.addSubcommand(named.get().name(), named.get().building().apply(stores));
        } else if (args.length > 0 && args[0].startsWith("-")) {
            ALL.forEach(commandEntry -> program.addSubcommand(commandEntry.name(), commandEntry.outline()));
        } else {
            ALL.forEach(commandEntry -> program.addSubcommand(
                    commandEntry.name(), commandEntry.building().apply(stores)));
        }
    }
}
