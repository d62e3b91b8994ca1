package az.dost.vahid.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands and their options as fish's builtin {@code complete} takes them, a line each. */
final class FishCompletion {
    private final String name;
    private final String seen;
    private final StringBuilder script = new StringBuilder();

    private FishCompletion(String name) {
        this.name = name;
        this.seen = "__fish_" + name + "_within";
    }

    static String of(String name, CommandLine root) {
        FishCompletion completion = new FishCompletion(name);
        completion.head();
        completion.command(List.of(), root);
        return completion.script.toString();
    }

    /** The words of the command line that are no options must be those of the command, and then none or arguments. */
    private void head() {
        script.append("""
                # Completion of %1$s for fish: source it, or keep it as ~/.config/fish/completions/%1$s.fish
                function %2$s
                    test (count $argv) -eq 0; and return 0
                    set -l words (commandline -opc)
                    set -e words[1]
                    set -l commands
                    for word in $words
                        string match -q -- '-*' $word; or set -a commands $word
                    end
                    test (count $commands) -ge (count $argv); or return 1
                    for i in (seq (count $argv))
                        test "$commands[$i]" = "$argv[$i]"; or return 1
                    end
                end
                function %2$s_only
                    %2$s $argv; or return 1
                    set -l words (commandline -opc)
                    test (count (string match -v -- '-*' $words)) -eq (math 1 + (count $argv))
                end
                complete -c %1$s -f
                """.formatted(name, seen));
    }

    private void command(List<String> path, CommandLine command) {
        for (Map.Entry<String, CommandLine> sub : command.getSubcommands().entrySet()) {
            if (!sub.getValue().getCommandSpec().usageMessage().hidden()) {
                line(path, true, "-a " + quoted(sub.getKey()), described(sub.getValue()));
                List<String> deeper = new ArrayList<>(path);
                deeper.add(sub.getKey());
                command(deeper, sub.getValue());
            }
        }
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!option.hidden()) {
                option(path, option);
            }
        }
        for (PositionalParamSpec parameter : command.getCommandSpec().positionalParameters()) {
            String candidates = candidates(parameter);
            if (!candidates.isEmpty()) {
                line(path, false, "-a " + quoted(candidates), "");
            }
        }
    }

    private void option(List<String> path, OptionSpec option) {
        StringBuilder names = new StringBuilder();
        for (String one : option.names()) {
            names.append(
                    one.startsWith("--")
                            ? " -l " + one.substring(2)
                            : one.length() == 2 ? " -s " + one.substring(1) : " -o " + one.substring(1));
        }
        String candidates = candidates(option);
        String value = option.arity().max() == 0
                ? ""
                : !candidates.isEmpty() ? " -x -a " + quoted(candidates) : file(option) ? " -r -F" : " -x";
        line(
                path,
                false,
                names.substring(1) + value,
                String.join(" ", option.description())
                        .replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValue()))
                        .replace("${COMPLETION-CANDIDATES}", candidates));
    }

    private void line(List<String> path, boolean alone, String what, String description) {
        String condition = path.isEmpty() && !alone
                ? ""
                : " -n "
                        + quoted(seen
                                + (alone ? "_only" : "")
                                + path.stream().map(word -> " " + word).collect(Collectors.joining()));
        script.append("complete -c ")
                .append(name)
                .append(condition)
                .append(' ')
                .append(what)
                .append(description.isEmpty() ? "" : " -d " + quoted(description))
                .append('\n');
    }

    private static boolean file(ArgSpec argument) {
        return Path.class.isAssignableFrom(argument.type())
                || argument.auxiliaryTypes().length > 0 && Path.class.isAssignableFrom(argument.auxiliaryTypes()[0]);
    }

    private static String candidates(ArgSpec argument) {
        List<String> all = new ArrayList<>();
        if (argument.completionCandidates() != null) {
            argument.completionCandidates().forEach(all::add);
        }
        return String.join(" ", all);
    }

    private static String described(CommandLine command) {
        String[] description = command.getCommandSpec().usageMessage().description();
        return description.length == 0
                ? ""
                : description[0].replaceFirst("(?<=[.;:]) .*", "").replaceFirst("[;:]$", ".");
    }

    /** Within single quotes fish knows two escapes. */
    private static String quoted(String text) {
        return "'"
                + text.replace("%n", " ")
                        .replace("%%", "%")
                        .replace("\\", "\\\\")
                        .replace("'", "\\'") + "'";
    }
}
