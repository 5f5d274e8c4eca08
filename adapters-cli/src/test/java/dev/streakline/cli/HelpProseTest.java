package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.cli.wiring.WiredStores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Help texts read as those of other programs do: imperative, short, and in the terms of the field. */
class HelpProseTest {

    private static final int LONGEST_FIRST_LINE = 70;
    private static final int WIDEST_EXAMPLE = 76;
    private static final int LONGEST_SENTENCE = 25;

    /** Words of this house, of translations, and of people: there is a plain word for each. */
    private static final Pattern ODD_WORDS = Pattern.compile(
            "\\b(he|his|him|whom (?!the)|anew|folds?|folded|kept|tells?|told|so many|no good|at hand|lives?|waits?)\\b");

    static List<CommandLine> commands() {
        List<CommandLine> found = new ArrayList<>();
        CommandLine program = new CommandLine(new StreaklineCommand());
        Commands.add(program, new String[0], new WiredStores(CommandRun.CLOCK, Map.of()));
        add(program, found);
        return found;
    }

    private static void add(CommandLine command, List<CommandLine> found) {
        found.add(command);
        command.getSubcommands().values().forEach(each -> add(each, found));
    }

    private static List<String> texts(CommandLine command) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        return Stream.of(
                        Arrays.stream(usage.description()),
                        usage.exitCodeList().values().stream(),
                        command.getCommandSpec().args().stream().flatMap(each -> Arrays.stream(each.description())))
                .flatMap(texts -> texts)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_first_line_is_a_complete_sentence_that_fits(CommandLine command) {
        String first = command.getCommandSpec().usageMessage().description()[0];
        assertThat(first).matches("[A-Z].*\\.").hasSizeLessThanOrEqualTo(LONGEST_FIRST_LINE);
        assertThat(first.split(" ", 2)[0]).as("imperative").doesNotEndWith("s");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void examples_fit_the_terminal(CommandLine command) {
        assertThat(command.getCommandSpec().usageMessage().footer())
                .isNotEmpty()
                .allSatisfy(example -> assertThat(example).hasSizeLessThanOrEqualTo(WIDEST_EXAMPLE));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void sentences_are_short(CommandLine command) {
        assertThat(texts(command).stream().flatMap(text -> Stream.of(text.split("[.:;](?= |$)", -1))))
                .allSatisfy(
                        sentence -> assertThat(sentence.split("[ ,]+", -1)).hasSizeLessThanOrEqualTo(LONGEST_SENTENCE));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void words_are_plain(CommandLine command) {
        assertThat(texts(command))
                .allSatisfy(text -> assertThat(text.toLowerCase(Locale.ROOT)).doesNotContainPattern(ODD_WORDS));
    }
}
