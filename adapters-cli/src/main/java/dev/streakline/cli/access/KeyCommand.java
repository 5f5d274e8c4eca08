package dev.streakline.cli.access;

import dev.streakline.application.access.ApiKey;
import dev.streakline.application.access.CreateApiKey;
import dev.streakline.application.access.KeyView;
import dev.streakline.application.access.KeysView;
import dev.streakline.application.access.NewKeyView;
import dev.streakline.application.access.Role;
import dev.streakline.cli.option.AccountOptions;
import dev.streakline.cli.option.IdentifierConverter;
import dev.streakline.cli.store.CommandContext;
import dev.streakline.cli.store.StoreOptions;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.terminal.CommandFailedException;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.cli.terminal.OutputOptions;
import dev.streakline.cli.terminal.ProgramVersion;
import dev.streakline.cli.terminal.Terminal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes, lists and revokes API keys. */
@Command(
        name = "key",
        description = "Create, list and revoke API keys for programs.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  streakline key create --account my-app --role ingest,reader",
            "  streakline key list",
            "  streakline key revoke 0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"
        })
public final class KeyCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "");
    }

    /** Makes a key. */
    @Command(
            name = "create",
            description = {
                "Create an API key and print it.",
                "The store contains only a hash of the key, so it cannot be shown again.",
                "Send it as: Authorization: Bearer KEY"
            },
            mixinStandardHelpOptions = true,
            versionProvider = ProgramVersion.class,
            footerHeading = "%nExamples:%n",
            footer = {
                "  streakline key create --account my-app --role ingest,reader",
                "  streakline key create --account ada --role viewer --name \"Ada's TV\" --json"
            })
    public static final class Create implements Callable<Integer> {

        @Mixin
        private final AccountOptions holder = new AccountOptions();

        @Option(
                names = "--name",
                paramLabel = "N",
                converter = IdentifierConverter.class,
                description = "The name of the key in lists (default: the account).")
        private @Nullable String name;

        @Mixin
        private final StoreOptions store = new StoreOptions();

        @Mixin
        private final OutputOptions output = new OutputOptions();

        private final Stores stores;

        public Create(Stores stores) {
            this.stores = stores;
        }

        @Override
        public Integer call() {
            try (CommandContext context = store.open(stores, output.err())) {
                CreateApiKey.Created created = context.createApiKey()
                        .create(Objects.requireNonNullElse(name, holder.account()), holder.account(), holder.roles());
                output.print(NewKeyView.of(created), created.secret());
                output.err()
                        .println("streakline: created the key " + created.key().id() + " for "
                                + Terminal.plain(holder.account()) + ". Save it now: it is not shown again.");
                return ExitCode.DONE.number();
            }
        }
    }

    /** Lists keys. */
    @Command(
            name = "list",
            description = {
                "List all API keys, the oldest first, including revoked ones.",
                "The secrets are not stored and not shown."
            },
            mixinStandardHelpOptions = true,
            versionProvider = ProgramVersion.class,
            footerHeading = "%nExamples:%n",
            footer = {"  streakline key list", "  streakline key list --json"})
    public static final class ListKeys implements Callable<Integer> {

        @Mixin
        private final StoreOptions store = new StoreOptions();

        @Mixin
        private final OutputOptions output = new OutputOptions();

        private final Stores stores;

        public ListKeys(Stores stores) {
            this.stores = stores;
        }

        @Override
        public Integer call() {
            try (CommandContext context = store.openReadOnly(stores, output.err())) {
                List<ApiKey> keys = context.ports().keys().all();
                String text = keys.stream().map(KeyCommand::line).collect(Collectors.joining(System.lineSeparator()));
                output.print(KeysView.of(keys), keys.isEmpty() ? "no keys" : text);
                return ExitCode.DONE.number();
            }
        }
    }

    /** Revokes a key. */
    @Command(
            name = "revoke",
            description = {
                "Revoke an API key.",
                "A running service refuses the key within 5 seconds. This cannot be undone."
            },
            mixinStandardHelpOptions = true,
            versionProvider = ProgramVersion.class,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:done, even if the key was revoked before",
                "4:the key or the store does not exist",
                "69:the database cannot be reached"
            },
            footerHeading = "%nExamples:%n",
            footer = {"  streakline key revoke 0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"})
    public static final class Revoke implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = "The id of the key, as 'streakline key list' prints it.")
        @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
        private String id;

        @Mixin
        private final StoreOptions store = new StoreOptions();

        @Mixin
        private final OutputOptions output = new OutputOptions();

        private final Stores stores;

        public Revoke(Stores stores) {
            this.stores = stores;
        }

        @Override
        public Integer call() {
            try (CommandContext context = store.openExisting(stores, output.err())) {
                boolean revoked =
                        context.ports().keys().revoke(id, context.clock().instant());
                ApiKey key = context.ports().keys().all().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new CommandFailedException(
                                ExitCode.NOT_FOUND,
                                "there is no key with this id. 'streakline key list' lists the ids. A text that begins with"
                                        + " slk_ is the key itself, not its id."));
                output.print(KeyView.of(key), revoked ? "revoked" : "already revoked");
                return ExitCode.DONE.number();
            }
        }
    }

    private static String line(ApiKey key) {
        return key.id() + "  " + Terminal.plain(key.account()) + "  " + String.join(",", codes(key.roles()))
                + "  since "
                + key.createdAt() + (key.revokedAt() == null ? "" : "  revoked " + key.revokedAt())
                + (key.name().equals(key.account()) ? "" : "  " + Terminal.plain(key.name()));
    }

    /** Roles as they are written. */
    static List<String> codes(Collection<Role> roles) {
        return roles.stream().map(Role::code).toList();
    }
}
