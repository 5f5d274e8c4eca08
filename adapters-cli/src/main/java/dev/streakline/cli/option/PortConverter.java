package dev.streakline.cli.option;

import dev.streakline.cli.terminal.Terminal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A port on the command line, 0 for any that is free. */
public final class PortConverter implements ITypeConverter<Integer> {

    private static final int MOST = 65_535;

    @Override
    public Integer convert(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= MOST) {
                return port;
            }
        } catch (NumberFormatException none) {
            // Reported below.
        }
        throw new TypeConversionException("'" + Terminal.plain(value) + "' is not a port; use one from 0 to 65535");
    }
}
