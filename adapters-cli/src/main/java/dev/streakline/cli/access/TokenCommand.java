package dev.streakline.cli.access;

import dev.streakline.application.access.ApiKey;
import dev.streakline.cli.option.AccountOptions;
import dev.streakline.cli.option.LifetimeConverter;
import dev.streakline.cli.store.StoreOptions;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.cli.terminal.OutputOptions;
import dev.streakline.cli.terminal.ProgramVersion;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Issues tokens. */
@Command(
        name = "token",
        description = "Issues tokens by which people and programs are let in for a while.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        footerHeading = "%nExamples:%n",
        footer = {"  streakline token issue --account ada --role viewer"})
public final class TokenCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "");
    }

    /** Issues a token. */
    @Command(
            name = "issue",
            description = {
                "Issues a token (a JWT, signed by HS256) and prints it. It cannot be revoked.",
                "It is signed with $STREAKLINE_SECRET, of at least 32 bytes, else with the file 'secret' of the data",
                "folder, which is made where it is missing. Send it as: Authorization: Bearer TOKEN"
            },
            mixinStandardHelpOptions = true,
            versionProvider = ProgramVersion.class,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:done",
                "2:the command line was not understood",
                "3:the secret is no good, or $STREAKLINE_JWKS names the keys of somebody else, who issues tokens"
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  streakline token issue --account ada --role viewer",
                "  streakline token issue --account my-app --role ingest,reader --for 30d --json"
            })
    public static final class Issue implements Callable<Integer> {

        @Mixin
        private final AccountOptions holder = new AccountOptions();

        @Option(
                names = "--for",
                paramLabel = "DURATION",
                defaultValue = "1h",
                converter = LifetimeConverter.class,
                description = "How long it holds, such as 90s, 15m, 12h or 7d; at most 30d (default: 1h).")
        @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
        private Duration life;

        @Mixin
        private final StoreOptions store = new StoreOptions();

        @Mixin
        private final OutputOptions output = new OutputOptions();

        private final Stores stores;

        public Issue(Stores stores) {
            this.stores = stores;
        }

        @Override
        public Integer call() {
            Stores.IssuedToken issued =
                    store.tokens(stores, output.err()).issue(holder.account(), holder.roles(), life);
            output.print(
                    new TokenJson(
                            issued.token(),
                            holder.account(),
                            KeyCommand.codes(ApiKey.requireRoles(holder.roles())),
                            issued.expiresAt().toString()),
                    issued.token());
            return ExitCode.DONE.number();
        }
    }

    /** What {@code --json} prints. */
    private record TokenJson(String token, String account, List<String> roles, String expiresAt) {}
}
