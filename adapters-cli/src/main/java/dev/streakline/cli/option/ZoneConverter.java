package dev.streakline.cli.option;

import dev.streakline.application.fact.Zones;
import dev.streakline.cli.terminal.Terminal;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A zone on the command line. */
public final class ZoneConverter implements ITypeConverter<ZoneId> {
    @Override
    public ZoneId convert(String value) {
        return Zones.lookup(value).match(zone -> zone, reason -> {
            throw new TypeConversionException(Terminal.plain(reason));
        });
    }
}
