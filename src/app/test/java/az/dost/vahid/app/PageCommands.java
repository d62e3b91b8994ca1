package az.dost.vahid.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands that operators' pages show, and what {@code commands.yaml} beside them says of how each is proven. */
final class PageCommands {
    static final Path FOLDER = Path.of("src/docs/operations");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh$\\n(.*?)^```$");
    private static final Pattern HERE = Pattern.compile("<<'(\\w+)'$");

    /** @param text one command of the shell, of several lines where it has them; comments behind it are left out */
    record Command(Path page, String text) {
        @Override
        public String toString() {
            return page.getFileName() + ": " + text;
        }
    }

    /**
     * What is said of each command that a pattern is for; of {@code run}, {@code read} and {@code not} there is one.
     *
     * @param command the command; a star stands for anything
     * @param run the test that takes it from the page and runs it
     * @param read the test that takes it from the page and reads its arguments alone
     * @param not why no test runs it
     * @param like tests that do the same in another way, with commas between them; null for none
     */
    record Proof(String command, String run, String read, String not, String like) {
        boolean is(Command one) {
            String pattern =
                    Arrays.stream(command.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
            return Pattern.compile(pattern, Pattern.DOTALL).matcher(one.text()).matches();
        }
    }

    static List<Path> pages() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the page's order. */
    static List<Command> of(Path page) {
        try {
            return BLOCK.matcher(Files.readString(page))
                    .results()
                    .flatMap(block -> split(block.group(1)).stream())
                    .map(text -> new Command(page, text))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Command> all() {
        return pages().stream().flatMap(page -> of(page).stream()).toList();
    }

    static List<Proof> proofs() {
        try {
            return List.of(new ObjectMapper(new YAMLFactory())
                    .readValue(FOLDER.resolve("commands.yaml").toFile(), Proof[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line each, but for what a shell reads on: a backslash, a text up to its word, a loop. */
    private static List<String> split(String block) {
        List<String> commands = new ArrayList<>();
        StringBuilder command = new StringBuilder();
        String end = null;
        for (String whole : block.lines().toList()) {
            String line = end == null || end.equals("done") ? whole.replaceFirst("\\s{2,}#.*$", "") : whole;
            command.append(command.isEmpty() ? "" : "\n").append(line);
            Matcher here = HERE.matcher(line);
            if (end == null && here.find()) {
                end = here.group(1);
            } else if (end == null && line.startsWith("for ") && !line.endsWith("done")) {
                end = "done";
            } else if (line.equals(end)) {
                end = null;
            }
            if (end == null && !line.endsWith("\\")) {
                commands.add(command.toString());
                command.setLength(0);
            }
        }
        return commands;
    }

    private PageCommands() {}
}
