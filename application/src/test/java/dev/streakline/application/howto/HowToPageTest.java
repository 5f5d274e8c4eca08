package dev.streakline.application.howto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HowToPageTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFile() throws IOException {
        Files.writeString(folder.resolve("list.txt"), "one\ntwo\nthree\ntwo\n");
    }

    private HowToPage page(String text) throws IOException {
        return HowToPage.read(Files.writeString(folder.resolve("page.md"), text));
    }

    @Test
    void a_diff_replaces_the_lines_that_it_removes() throws IOException {
        HowToPage page = page("""
                In `list.txt`:

                ```diff
                 one
                -two
                +2
                +2.5
                ```
                """);
        page.applyTo(folder);

        assertThat(folder.resolve("list.txt")).hasContent("one\n2\n2.5\nthree\ntwo\n");
        assertThat(page.files()).containsExactly("list.txt");
    }

    @Test
    void another_block_is_a_new_file() throws IOException {
        HowToPage page = page("""
                New file `new.txt`:

                ```text
                four
                ```

                Run this:

                ```
                true
                ```
                """);
        page.applyTo(folder);

        assertThat(folder.resolve("new.txt")).hasContent("four\n");
        assertThat(page.files()).containsExactly("new.txt");
        assertThatThrownBy(() -> page.applyTo(folder)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void a_diff_whose_lines_are_not_there_once_fails() throws IOException {
        HowToPage twice = page("""
                In `list.txt`:

                ```diff
                -two
                ```
                """);
        assertThatThrownBy(() -> twice.applyTo(folder)).hasMessage("list.txt has these lines not once:\ntwo\n");

        HowToPage never = page("""
                In `list.txt`:

                ```diff
                -five
                ```
                """);
        assertThatThrownBy(() -> never.applyTo(folder)).hasMessage("list.txt has these lines not once:\nfive\n");
    }
}
