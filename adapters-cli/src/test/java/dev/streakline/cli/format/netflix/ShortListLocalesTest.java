package dev.streakline.cli.format.netflix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.format.KnownLists;
import dev.streakline.application.format.Previews;
import dev.streakline.application.format.ReadingChoices;
import dev.streakline.cli.format.Histories;
import java.text.DateFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.chrono.JapaneseChronology;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Netflix's short list has the short date form of the language of the account, whatever that is. */
class ShortListLocalesTest {

    private static final ReadingChoices CHOICES =
            new ReadingChoices(Previews.SKIP, "ada", null, null, LocalDate.parse("2026-11-29"), KnownLists.NONE);

    /** How the running Java writes short dates. */
    private enum Form {
        DATE_FORMAT,
        WITH_LOCALE,
        LOCALIZED_BY;

        String text(LocalDate date, Locale locale) {
            DateTimeFormatter formatter = DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT);
            return switch (this) {
                case DATE_FORMAT -> {
                    DateFormat format = DateFormat.getDateInstance(DateFormat.SHORT, locale);
                    format.setTimeZone(TimeZone.getTimeZone("UTC"));
                    yield format.format(Date.from(date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)));
                }
                case WITH_LOCALE -> formatter.withLocale(locale).format(date);
                case LOCALIZED_BY -> formatter.localizedBy(locale).format(date);
            };
        }
    }

    /** With days above twelve, newest first. */
    private static List<LocalDate> dates() {
        List<LocalDate> dates = new ArrayList<>();
        for (int month = 12; month > 0; month--) {
            for (int day : new int[] {28, 13, 5}) {
                dates.add(LocalDate.of(2024, month, day));
            }
        }
        return dates;
    }

    private static List<Object> read(List<String> texts) {
        String list = texts.stream().map(text -> "\"Film\",\"" + text + "\"\n").collect(Collectors.joining());
        return Histories.events("watch", Histories.read("Title,Date\n" + list, CHOICES)).stream()
                .map(event -> Histories.data(event).get("date"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void short_dates_of_every_locale_of_the_running_java_are_read(Form form) {
        List<Object> expected =
                dates().stream().map(date -> (Object) date.toString()).toList();
        Set<List<String>> seen = new HashSet<>();
        for (Locale locale : Locale.getAvailableLocales()) {
            List<String> texts =
                    dates().stream().map(date -> form.text(date, locale)).toList();
            if (seen.add(texts)) {
                assertThat(read(texts)).as("%s: %s", locale, texts.get(0)).isEqualTo(expected);
            }
        }
    }

    @Test
    void years_of_the_buddhist_and_of_japanese_eras_are_read() {
        LocalDate date = LocalDate.of(2024, 10, 28);
        Locale thai = Locale.forLanguageTag("th-TH-u-ca-buddhist");
        Locale japanese = Locale.forLanguageTag("ja-JP-u-ca-japanese");
        DateTimeFormatter form = DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT);
        for (String text : List.of(
                form.localizedBy(thai).format(ThaiBuddhistChronology.INSTANCE.date(date)),
                form.localizedBy(japanese).format(JapaneseChronology.INSTANCE.date(date)))) {
            assertThat(read(List.of(text))).as(text).containsExactly("2024-10-28");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            31.12.24 г.        | 2024-12-31
            31.12.2024 г.      | 2024-12-31
            2024. 12. 31.      | 2024-12-31
            31. 12. 2024       | 2024-12-31
            31.\u00a012.\u00a02024 | 2024-12-31
            31/12/2567         | 2024-12-31
            31/12/67           | 2024-12-31
            令和6.12.31        | 2024-12-31
            R6/12/31           | 2024-12-31
            H31/4/30           | 2019-04-30
            24. 12. 31.        | 2024-12-31
            2024/12/31         | 2024-12-31
            2024年12月31日     | 2024-12-31
            28-06-23           | 2023-06-28
            """)
    void one_date_is_read_where_one_order_only_is_a_date_that_has_come(String text, String date) {
        assertThat(read(List.of(text))).containsExactly(date);
    }
}
