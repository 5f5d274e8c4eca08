package dev.streakline.cli.option;

import dev.streakline.cli.terminal.Terminal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How long something is valid, on the command line: a number of seconds, minutes, hours or days, at most 30 days. */
public final class LifetimeConverter implements ITypeConverter<Duration> {

    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,9})([smhd])");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS, "d", ChronoUnit.DAYS);

    @Override
    public Duration convert(String value) {
        Matcher parts = SHAPE.matcher(value);
        if (parts.matches()) {
            Duration life =
                    Duration.of(Long.parseLong(parts.group(1)), UNITS.getOrDefault(parts.group(2), ChronoUnit.SECONDS));
            if (!life.isZero() && life.compareTo(LONGEST) <= 0) {
                return life;
            }
        }
        throw new TypeConversionException(
                "'" + Terminal.plain(value) + "' is not a duration; use one such as 90s, 15m, 12h or 7d, at most 30d");
    }
}
