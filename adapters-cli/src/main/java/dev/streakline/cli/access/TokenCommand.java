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
        description = "Issue tokens for people and programs.",
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
                "Issue a token that expires and print it.",
                "The token is a JWT signed with HS256. It cannot be revoked. Send it as: "
                        + "Authorization: Bearer TOKEN",
                "The key is $STREAKLINE_SECRET (at least 32 bytes), or else the file 'secret' of the "
                        + "data folder, which is created if it does not exist."
            },
            mixinStandardHelpOptions = true,
            versionProvider = ProgramVersion.class,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:done",
                "2:the command line is invalid",
                "3:the secret is invalid, or an identity provider issues the tokens ($STREAKLINE_JWKS)"
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  streakline token issue --account ada --role viewer",
                "  streakline token issue --account my-app --role ingest,reader --for 30d"
            })
    public static final class Issue implements Callable<Integer> {

        @Mixin
        private final AccountOptions holder = new AccountOptions();

        @Option(
                names = "--for",
                paramLabel = "DURATION",
                defaultValue = "1h",
                converter = LifetimeConverter.class,
                description = "How long it is valid, such as 90s, 15m, 12h or 7d; at most 30d (default: 1h).")
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

    /** The output of {@code --json}. */
    private record TokenJson(String token, String account, List<String> roles, String expiresAt) {}
}
