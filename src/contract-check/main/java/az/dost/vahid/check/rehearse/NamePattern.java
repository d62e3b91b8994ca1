package az.dost.vahid.check.rehearse;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes names of files that a drop's pattern takes: the parts that the named groups stand for are given, the rest is
 * the shortest that matches.
 */
final class NamePattern {
    private final String pattern;
    private LocalDate day;
    private long sequence;
    private boolean full;
    private int at;

    NamePattern(String pattern) {
        this.pattern = pattern;
    }

    /**
     * @param number where the pattern has a sequence, as wide as it asks for
     * @param whole where the pattern has a kind: full, or the first other one
     * @throws IllegalStateException when no name that matches could be made
     */
    synchronized String name(LocalDate date, long number, boolean whole) {
        day = date;
        sequence = number;
        full = whole;
        at = 0;
        String name = branch();
        if (at < pattern.length() || !Pattern.matches(pattern, name)) {
            throw new IllegalStateException(
                    "No file name could be made by drop.pattern: write it with literals, classes such as \\d{3}"
                            + " and the named groups, and leave room for more files a day");
        }
        return name;
    }

    private String branch() {
        StringBuilder made = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            String atom = atom(pattern.charAt(at++));
            made.append(repeated(atom));
        }
        return made.toString();
    }

    private String atom(char c) {
        return switch (c) {
            case '^', '$' -> "";
            case '.' -> "x";
            case '[' -> oneOf();
            case '(' -> group();
            case '\\' -> escaped(pattern.charAt(at++));
            default -> String.valueOf(c);
        };
    }

    private static String escaped(char c) {
        return c == 'd' ? "0" : c == 'w' ? "a" : String.valueOf(c);
    }

    private String oneOf() {
        int end = pattern.indexOf(']', at + 1);
        String inside = end < 0 ? "" : pattern.substring(at, end);
        at = end < 0 ? pattern.length() : end + 1;
        return inside.startsWith("\\") && inside.length() > 1
                ? escaped(inside.charAt(1))
                : inside.isEmpty() ? "" : inside.substring(0, 1);
    }

    private String group() {
        String name = "";
        if (pattern.startsWith("?<", at)) {
            name = pattern.substring(at + 2, pattern.indexOf('>', at));
            at += name.length() + 3;
        } else if (pattern.startsWith("?:", at)) {
            at += 2;
        }
        List<String> branches = new ArrayList<>();
        do {
            branches.add(branch());
        } while (at < pattern.length() && pattern.charAt(at++) == '|');
        return switch (name) {
            case "date" -> day.format(DateTimeFormatter.BASIC_ISO_DATE);
            case "sequence" -> ("%0" + Math.max(1, branches.get(0).length()) + "d").formatted(sequence);
            case "kind" ->
                branches.stream()
                        .filter(kind -> kind.equalsIgnoreCase("full") == full)
                        .findFirst()
                        .orElse(branches.get(0));
            default -> branches.get(0);
        };
    }

    private String repeated(String atom) {
        if (at == pattern.length()) {
            return atom;
        }
        int times = 1;
        switch (pattern.charAt(at)) {
            case '?', '*' -> {
                times = 0;
                at++;
            }
            case '+' -> at++;
            case '{' -> {
                int end = pattern.indexOf('}', at);
                times = Integer.parseInt(pattern.substring(at + 1, end).replaceFirst(",.*", ""));
                at = end + 1;
            }
            default -> {}
        }
        return atom.repeat(times);
    }
}
