package dev.streakline.cli.option;

import dev.streakline.application.access.Role;
import java.util.Set;
import picocli.CommandLine.Option;

/** The account and the roles that a credential is for. */
public final class AccountOptions {

    @Option(
            names = "--account",
            paramLabel = "ID",
            required = true,
            converter = IdentifierConverter.class,
            description = "The account to act for; for a viewer, the viewer id.")
    @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
    private String account;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            split = ",",
            converter = RoleConverter.class,
            description = "Roles, separated by commas: viewer, creator, reader, ingest, worker, admin.")
    @SuppressWarnings("NullAway.Init") // Picocli sets it before the command runs.
    private Set<Role> roles;

    public String account() {
        return account;
    }

    public Set<Role> roles() {
        return roles;
    }
}
