package dev.streakline.cli.option;

import dev.streakline.application.access.Role;
import dev.streakline.cli.terminal.Terminal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A role on the command line. */
final class RoleConverter implements ITypeConverter<Role> {
    @Override
    public Role convert(String value) {
        return Role.of(value)
                .orElseThrow(
                        () -> new TypeConversionException("'" + Terminal.plain(value) + "' is not a role; use one of "
                                + Stream.of(Role.values()).map(Role::code).collect(Collectors.joining(", "))));
    }
}
