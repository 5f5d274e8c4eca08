package dev.streakline.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitlesTest {

    private static final TitleDetails PILOT =
            new TitleDetails(TitleKind.EPISODE, "Dark", List.of("drama", "crime"), 2_700);

    private static List<String> genres(Titles titles, int title) {
        return Arrays.stream(titles.genres(title)).mapToObj(titles::genreName).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 100})
    void what_is_described_is_known(int key) {
        Titles titles = new Titles.Builder().describe(key, PILOT).build();
        assertThat(titles.kindOf(key)).isEqualTo(TitleKind.EPISODE);
        assertThat(titles.runtimeSeconds(key)).isEqualTo(2_700);
        assertThat(titles.show(key)).isNotEqualTo(NameIndex.NONE);
        assertThat(genres(titles, key)).containsExactly("crime", "drama");
    }

    @ParameterizedTest
    @ValueSource(ints = {Titles.NONE, 0, 19, 21, 1_000})
    void what_was_never_described_is_unknown(int key) {
        Titles titles = new Titles.Builder().describe(20, PILOT).build();
        assertThat(titles.kindOf(key)).isEqualTo(TitleKind.UNKNOWN);
        assertThat(titles.runtimeSeconds(key)).isZero();
        assertThat(titles.show(key)).isEqualTo(NameIndex.NONE);
        assertThat(titles.genres(key)).isEmpty();
    }

    @Test
    void titles_come_in_any_order_and_the_later_word_holds() {
        Titles titles = new Titles.Builder()
                .describe(18, PILOT)
                .describe(2, PILOT)
                .describe(18, new TitleDetails(TitleKind.MOVIE, null, List.of(), 0))
                .build();
        assertThat(titles.kindOf(2)).isEqualTo(TitleKind.EPISODE);
        assertThat(titles.kindOf(18)).isEqualTo(TitleKind.MOVIE);
        assertThat(titles.show(18)).isEqualTo(NameIndex.NONE);
        assertThat(titles.runtimeSeconds(18)).isZero();
        assertThat(titles.genres(18)).isEmpty();
    }

    @Test
    void a_show_is_the_exact_text_that_names_it() {
        Titles titles = new Titles.Builder()
                .describe(0, PILOT)
                .describe(1, PILOT)
                .describe(2, new TitleDetails(TitleKind.EPISODE, "dark", List.of(), 0))
                .build();
        assertThat(titles.show(1)).isEqualTo(titles.show(0));
        assertThat(titles.show(2)).isNotEqualTo(titles.show(0));
    }

    @ParameterizedTest
    @CsvSource({"0, 100, 100", "0, 0, 0", "0, -1, 2700", "1, -1, 0", "-1, -1, 0", "-1, 50, 50"})
    void counted_are_the_stated_seconds_else_the_runtime_else_none(int title, int stated, int counted) {
        Titles titles = new Titles.Builder().describe(0, PILOT).build();
        assertThat(titles.countedSeconds(title, stated)).isEqualTo(counted);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 100})
    void a_title_is_on_the_channel_that_was_set_last(int key) {
        Titles titles = new Titles.Builder()
                .describe(key, PILOT)
                .onChannel(key, 5)
                .onChannel(key, 7)
                .describe(key + 1, PILOT)
                .describe(key + 40, PILOT)
                .onChannel(key + 40, 9)
                .build();
        assertThat(titles.channelOf(key)).isEqualTo(7);
        assertThat(titles.channelOf(key + 40)).isEqualTo(9);
        for (int other : new int[] {Titles.NONE, key + 1, key + 2, key + 41, 1_000}) {
            assertThat(titles.channelOf(other)).isEqualTo(NameIndex.NONE);
        }
    }

    @Test
    void a_title_described_again_is_on_no_channel_until_one_is_set_again() {
        Titles.Builder builder = new Titles.Builder().describe(3, PILOT).onChannel(3, 5);
        Titles before = builder.build();
        assertThat(builder.describe(3, PILOT).build().channelOf(3)).isEqualTo(NameIndex.NONE);
        assertThat(before.channelOf(3)).isEqualTo(5);
        assertThat(new Titles.Builder().describe(3, PILOT).build().channelOf(3)).isEqualTo(NameIndex.NONE);
    }

    @Test
    void a_title_never_described_is_put_on_no_channel() {
        Titles.Builder builder = new Titles.Builder().describe(3, PILOT);
        assertThatThrownBy(() -> builder.onChannel(4, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void copied_names_have_the_same_keys_and_do_not_follow() {
        NameIndex names = new NameIndex();
        names.keyOf("b");
        names.keyOf("a");
        NameIndex copy = names.copy();
        names.keyOf("c");
        assertThat(copy.size()).isEqualTo(2);
        assertThat(copy.nameOf(0)).isEqualTo("b");
        assertThat(copy.keyOf("a")).isEqualTo(1);
        assertThat(copy.keyOf("d")).isEqualTo(2);
        assertThat(names.nameOf(2)).isEqualTo("c");
    }
}
