package dev.streakline.cli.option;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.cli.terminal.Terminal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A viewer on the command line. */
public final class ViewerConverter implements ITypeConverter<ViewerId> {
    @Override
    public ViewerId convert(String value) {
        try {
            return new ViewerId(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + Terminal.plain(value)
                    + "' is not a viewer id; use 1 to 128 characters without control characters");
        }
    }
}
