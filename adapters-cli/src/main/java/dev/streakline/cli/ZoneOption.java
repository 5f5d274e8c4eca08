package dev.streakline.cli;

import dev.streakline.application.fact.Zones;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A zone on the command line. */
final class ZoneOption implements ITypeConverter<ZoneId> {
    @Override
    public ZoneId convert(String value) {
        return Zones.lookup(value).match(zone -> zone, reason -> {
            throw new TypeConversionException(Terminal.plain(reason));
        });
    }
}
