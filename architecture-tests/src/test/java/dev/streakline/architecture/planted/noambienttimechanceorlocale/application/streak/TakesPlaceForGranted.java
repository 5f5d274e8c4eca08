package dev.streakline.architecture.planted.noambienttimechanceorlocale.application.streak;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

@SuppressWarnings({"DefaultCharset", "StringCaseLocaleUsage"}) // the breaches themselves
final class TakesPlaceForGranted {
    ZoneId breachZone() {
        return ZoneId.systemDefault();
    }

    TimeZone breachTimeZone() {
        return TimeZone.getDefault();
    }

    Locale breachLocale() {
        return Locale.getDefault();
    }

    Locale breachDisplayLocale() {
        return Locale.getDefault(Locale.Category.DISPLAY);
    }

    String breachFormat(int days) {
        return String.format("%d days", days);
    }

    String breachFormatted(int days) {
        return "%d days".formatted(days);
    }

    String breachLower(String name) {
        return name.toLowerCase();
    }

    String breachUpper(String name) {
        return name.toUpperCase();
    }

    DateTimeFormatter breachPattern() {
        return DateTimeFormatter.ofPattern("MMM");
    }

    DateTimeFormatter breachLocalized() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT);
    }

    DateTimeFormatter breachBuilt() {
        return new DateTimeFormatterBuilder().toFormatter();
    }

    Charset breachCharset() {
        return Charset.defaultCharset();
    }

    byte[] breachBytes(String name) {
        return name.getBytes();
    }

    String breachString(byte[] name) {
        return new String(name);
    }

    @Nullable
    String breachVariable() {
        return System.getenv("TZ");
    }

    @Nullable
    String breachProperty() {
        return System.getProperty("user.timezone");
    }

    String breachSeparator() {
        return System.lineSeparator();
    }

    String properFormat(int days) {
        return String.format(Locale.ROOT, "%d days", days).toLowerCase(Locale.ROOT);
    }
}
