package dev.streakline.cli.option;

import dev.streakline.cli.terminal.Terminal;
import dev.streakline.domain.ranking.Metric;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The metric to rank by, on the command line. */
public final class MetricConverter implements ITypeConverter<Metric> {
    @Override
    public Metric convert(String value) {
        return Metric.ofCode(value)
                .orElseThrow(
                        () -> new TypeConversionException("'" + Terminal.plain(value) + "' is not a metric; use one of "
                                + Stream.of(Metric.values()).map(Metric::code).collect(Collectors.joining(", "))));
    }
}
