package dev.streakline.application.howto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page whose blocks of code are steps: the line before a block ends with a file in backquotes and a colon. A block of the
 * language {@code diff} changes that file: its lines without the added ones occur in it once. Any other block is a new file.
 */
public final class HowToPage {

    private static final Pattern FILE = Pattern.compile(".*`([^`]+)`:");
    private static final String FENCE = "```";

    private final List<Step> steps;

    private record Step(String file, String language, List<String> lines) {

        void applyTo(Path tree) throws IOException {
            Path path = tree.resolve(file);
            if (!language.equals("diff")) {
                Files.writeString(path, text(lines), StandardOpenOption.CREATE_NEW);
                return;
            }
            String before = Files.readString(path);
            String removed = marked('-');
            int at = before.indexOf(removed);
            if (at < 0 || before.indexOf(removed, at + 1) >= 0) {
                throw new AssertionError(file + " has these lines not once:\n" + removed);
            }
            Files.writeString(path, before.substring(0, at) + marked('+') + before.substring(at + removed.length()));
        }

        /** The lines of context and those with a mark. */
        private String marked(char mark) {
            return text(lines.stream()
                    .filter(line -> line.charAt(0) == ' ' || line.charAt(0) == mark)
                    .map(line -> line.substring(1))
                    .toList());
        }

        private static String text(List<String> lines) {
            return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        }
    }

    private HowToPage(List<Step> steps) {
        this.steps = steps;
    }

    /** The page in a file. */
    public static HowToPage read(Path page) throws IOException {
        List<Step> steps = new ArrayList<>();
        String last = "";
        List<String> lines = Files.readAllLines(page);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(FENCE)) {
                int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf(FENCE);
                Matcher file = FILE.matcher(last);
                if (file.matches()) {
                    steps.add(new Step(
                            file.group(1), line.substring(FENCE.length()), List.copyOf(lines.subList(i + 1, end))));
                }
                i = end;
            } else if (!line.isBlank()) {
                last = line;
            }
        }
        return new HowToPage(steps);
    }

    /** The files that its steps add or change. */
    public Set<String> files() {
        return steps.stream().map(Step::file).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Does its steps in a copy of the sources. */
    public void applyTo(Path tree) throws IOException {
        for (Step step : steps) {
            step.applyTo(tree);
        }
    }
}
