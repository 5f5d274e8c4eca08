package dev.streakline.cli.option;

import dev.streakline.application.access.ApiKey;
import dev.streakline.cli.terminal.Terminal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An account, or the name of something, on the command line. */
public final class IdentifierConverter implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
        if (!ApiKey.isIdentifier(value)) {
            throw new TypeConversionException(
                    "'" + Terminal.plain(value) + "' must have 1 to 128 characters without control characters");
        }
        return value;
    }
}
