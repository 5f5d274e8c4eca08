package dev.streakline.cli.format.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.format.DateOrder;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenDatesTest {
    private static final LocalDate LATEST = LocalDate.parse("2026-11-29");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            13/04/2021 02/03/2021          | DAY_MONTH_YEAR
            04/13/21 03/02/21 02/03/21     | MONTH_DAY_YEAR
            2021-04-13 2021-03-02          | YEAR_MONTH_DAY
            2021.04.03.                    | YEAR_MONTH_DAY
            31.12.21 01.01.21 30.12.20     | DAY_MONTH_YEAR
            # only one order goes steadily down
            12/03/2021 05/03/2021 10/02/2021 02/01/2021 | DAY_MONTH_YEAR
            03/12/2021 03/05/2021 02/10/2021 01/02/2021 | MONTH_DAY_YEAR
            # the other order goes up, which proves nothing
            05/02/2021 04/03/2021 03/04/2021 | MONTH_DAY_YEAR
            # a few that are no dates do not decide
            13/04/2021 nonsense 99/99/9999 02/13/2021 14/01/2021 | DAY_MONTH_YEAR
            # no language writes the month first with points or dashes
            04.03.2021 | DAY_MONTH_YEAR
            04-03-2021 | DAY_MONTH_YEAR
            # the other readings lie ahead of the latest date
            12/03/2026 | DAY_MONTH_YEAR
            03/12/2026 | MONTH_DAY_YEAR
            """)
    void the_order_is_derived_from_all_dates_together(String texts, DateOrder order) {
        assertThat(WrittenDates.order(List.of(texts.split(" ")), LATEST)).contains(order);
    }

    @ParameterizedTest
    @CsvSource({
        "03/04/2021",
        "04/04/2021 03/04/2021 02/04/2021",
        "10/11/12", // it goes up, or is in no order: it was sorted by hand
        "02/01/2021 10/02/2021 05/03/2021 12/03/2021",
        "01/06/2021 02/05/2021 01/05/2021 05/06/2021 03/04/2021 04/03/2021",
        // two dates are in order by chance
        "02/05/2021 01/06/2021"
    })
    void dates_that_can_be_read_in_several_ways_determine_no_order(String texts) {
        assertThat(WrittenDates.order(List.of(texts.split(" ")), LATEST)).isEmpty();
    }

    @Test
    void orders_that_read_the_same_dates_are_as_good_as_one() {
        assertThat(WrittenDates.order(List.of("05/05/2021", "04/04/2021"), LATEST))
                .isPresent();
        assertThat(WrittenDates.order(List.of(), LATEST)).isPresent();
        assertThat(WrittenDates.order(List.of("nonsense"), LATEST)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "29/02/2020, 2020-02-29",
        "1/2/99, 2099-02-01",
        "'21. 6. 2021.', 2021-06-21",
        "\u200F٢١/٠٦/٢٠٢١, 2021-06-21",
        "' 01-01-1870 ', 1870-01-01"
    })
    void a_date_is_read_in_an_order(String text, LocalDate date) {
        assertThat(WrittenDates.date(text, DateOrder.DAY_MONTH_YEAR)).contains(date);
    }

    @ParameterizedTest
    @CsvSource({"29/02/2021", "31/04/2020", "0/1/2020", "1/1/0", "1/1/123", "1/1-2020", "01/01/20205", "''", "2020"})
    void what_is_no_date_is_none(String text) {
        assertThat(WrittenDates.date(text, DateOrder.DAY_MONTH_YEAR)).isEmpty();
    }
}
