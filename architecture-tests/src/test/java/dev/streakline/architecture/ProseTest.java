package dev.streakline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages, the OpenAPI document, help, messages and comments have none of the words that a native reader stumbles over.
 */
class ProseTest {

    private static final Path OPENAPI =
            House.directory().resolve("adapters-http/src/main/resources/dev/streakline/http/openapi.json");

    /** These apply to records of decisions too, which otherwise stay as they were accepted. */
    private static final List<PlainWord> EVERYWHERE = List.of(
            new PlainWord("he|she", "they"),
            new PlainWord("him|her", "them"),
            new PlainWord("his|hers", "their"),
            new PlainWord("himself|herself", "themselves"),
            new PlainWord("anew", "again, or from scratch"));

    private static final List<PlainWord> WHERE_TEXT_CHANGES = List.of(
            new PlainWord("at hand", "cached, or available"),
            new PlainWord("no good", "invalid"),
            new PlainWord("so many", "the number of"),
            new PlainWord("told|tells?", "report, return or describe"),
            new PlainWord("taken? in|takes in|took in", "import, or accept"),
            new PlainWord("whoever", "the actor, such as a caller who"),
            new PlainWord("of whom", "about whom, or whose"),
            new PlainWord("(?<=[.:;] )who (?:has|is|was|sends|calls|reads|finds)", "the actor, such as viewers who"));

    /** A word with what to write instead. */
    private record PlainWord(Pattern pattern, String plain) {

        PlainWord(String words, String plain) {
            this(Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE), plain);
        }
    }

    @Test
    void pages_have_plain_words() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path page : House.pages()) {
            boolean isDecision = page.toString().contains("/docs/adr/");
            found.addAll(found(page, Files.readString(page), isDecision ? EVERYWHERE : all()));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void the_openapi_document_has_plain_words() throws IOException {
        assertThat(found(OPENAPI, Files.readString(OPENAPI), all())).isEmpty();
    }

    @Test
    void help_messages_and_comments_have_plain_words() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : House.sources()) {
            if (source.toString().contains("/src/main/")) {
                found.addAll(found(source, SourceTexts.of(Files.readString(source)), all()));
            }
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "he has",
                "She has",
                "to him",
                "by her",
                "his day",
                "is hers",
                "by himself",
                "by herself",
                "made anew",
                "is at hand",
                "is no good",
                "so many",
                "was told",
                "it tells",
                "to tell",
                "were taken in",
                "takes in",
                "whoever",
                "of whom",
                "It fails; who sends again"
            })
    void each_word_is_found(String sentence) {
        assertThat(found(OPENAPI, "Fine.\n" + sentence + ".\n", all()))
                .singleElement()
                .asString()
                .startsWith(House.directory().relativize(OPENAPI) + ":2: \"")
                .contains("\", write \"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x = "his day"; // comment                | 1
            // his "his day"                         | 2
            /* his "his day" */ x = his;             | 2
            char c = '"'; /* his */ x = "his";       | 2
            x = "a \\" his";                          | 1
            x = \"""his "quoted" his\""" + his;        | 2
            his = her("it");                         | 0
            """)
    void only_comments_and_literals_of_sources_are_read(String source, int words) {
        assertThat(found(OPENAPI, SourceTexts.of(source), all())).hasSize(words);
    }

    private static List<PlainWord> all() {
        return Stream.concat(EVERYWHERE.stream(), WHERE_TEXT_CHANGES.stream()).toList();
    }

    private static List<String> found(Path path, String text, List<PlainWord> words) {
        Path file = House.directory().relativize(path);
        List<String> found = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            for (PlainWord word : words) {
                Matcher matcher = word.pattern().matcher(line);
                while (matcher.find()) {
                    found.add(file + ":" + (i + 1) + ": \"" + matcher.group() + "\", write \"" + word.plain() + "\"");
                }
            }
        }
        return found;
    }
}
