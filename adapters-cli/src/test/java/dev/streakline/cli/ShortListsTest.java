package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Netflix's short list beside what is stored already. */
class ShortListsTest {
    private static final String POLISH = """
            Title,Date
            "Góra: Sezon 2: Noc","30.06.2022"
            "Agentki: Mały problem","30.06.2022"
            "Błękit","29.06.2022"
            """;
    private static final String ENGLISH = """
            Title,Date
            "Mountain: Season 2: Night","6/30/22"
            "Agents: Small Trouble","6/30/22"
            "Blue","6/29/22"
            """;

    @TempDir
    private Path folder;

    private final KeptInMemory store = new KeptInMemory(CommandRun.CLOCK);

    private CommandRun take(String text, String... options) {
        try {
            Path file = Files.writeString(folder.resolve("list.csv"), text);
            String[] args = new String[options.length + 5];
            System.arraycopy(new String[] {"import", file.toString(), "--as", "v", "--json"}, 0, args, 0, 5);
            System.arraycopy(options, 0, args, 5, options.length);
            return store.run(args);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private int plays() {
        return StoreFixture.json(store.run("stats", "--json"))
                .at("/viewers/0/totals/plays")
                .asInt();
    }

    @Test
    void the_same_list_in_another_language_is_skipped_and_the_command_reports_why() {
        assertThat(take(POLISH).exitCode()).isZero();
        CommandRun english = take(ENGLISH);
        assertThat(english.exitCode()).isEqualTo(1);
        assertThat(english.err()).contains("other titles", "--another-list");
        assertThat(StoreFixture.json(english)
                        .at("/summary/skippedFor/known_list")
                        .asInt())
                .isEqualTo(3);
        assertThat(plays()).isEqualTo(3);
        assertThat(take(POLISH).exitCode()).isZero();
        assertThat(plays()).isEqualTo(3);
    }

    @Test
    void another_list_is_imported_when_declared_as_one() {
        take(POLISH);
        assertThat(take(ENGLISH, "--another-list").exitCode()).isZero();
        assertThat(plays()).isEqualTo(6);
    }

    @Test
    void a_list_with_other_numbers_of_plays_is_another_one() {
        take(POLISH);
        assertThat(take(ENGLISH + "\"Blue\",\"6/29/22\"\n\"Green\",\"6/28/22\"\n")
                        .exitCode())
                .isZero();
        assertThat(plays()).isEqualTo(8);
    }

    @Test
    void a_later_download_adds_what_is_new() {
        take(POLISH);
        CommandRun later = take(POLISH.replace("Date\n", "Date\n\"Fale\",\"02.07.2022\"\n"));
        assertThat(StoreFixture.json(later).at("/summary/accepted").asInt()).isEqualTo(1);
        assertThat(plays()).isEqualTo(4);
    }
}
