package az.dost.vahid.check.pattern;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A short text that a regular expression takes, where it is made of literals, classes, groups and counts, as those of
 * schemas mostly are.
 */
public final class PatternText {
    private static final String LIKELY = "1Aa0Zz-. /_,:;+()'\"#@&%=*!?\u018f\u0259";
    /** Letters of most alphabets, where a class has none of those. */
    private static final int FIRST = 0x21;

    private static final int BEHIND_LAST = 0x600;
    private static final int LONGEST = 200;
    private static final int DEEPEST = 30;
    private final String pattern;
    private int at;
    private int depth;

    private PatternText(String pattern) {
        this.pattern = pattern;
    }

    /** Empty when none could be made. */
    public static Optional<String> of(String pattern) {
        try {
            PatternText reader = new PatternText(pattern);
            String made = reader.branches();
            return reader.at == pattern.length() && CountedText.fits(Pattern.compile(pattern), made)
                    ? Optional.of(made)
                    : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // More than is known here, or no expression of Java's.
            return Optional.empty();
        }
    }

    /** The first of them. */
    private String branches() {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException();
        }
        String first = branch();
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            branch();
        }
        depth--;
        return first;
    }

    private String branch() {
        StringBuilder made = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            String atom = atom();
            int times = times();
            if (made.length() + (long) atom.length() * times > LONGEST) {
                throw new IllegalArgumentException();
            }
            made.append(atom.repeat(times));
        }
        return made.toString();
    }

    private String atom() {
        int from = at;
        char c = pattern.charAt(at++);
        return switch (c) {
            case '.' -> "a";
            // Where a text begins or ends: nothing of it.
            case '^', '$' -> "";
            case '(' -> group();
            case '[' -> {
                skipClass();
                yield one(pattern.substring(from, at));
            }
            case '\\' -> escaped(from);
            case '?', '*', '+', '{' -> throw new IllegalArgumentException();
            default -> String.valueOf(c);
        };
    }

    private String group() {
        at += pattern.startsWith("?:", at) ? 2 : 0;
        String made = branches();
        if (pattern.charAt(at++) != ')') {
            throw new IllegalArgumentException();
        }
        return made;
    }

    /** To behind its end, over classes within it. */
    private void skipClass() {
        int open = 1;
        while (open > 0) {
            char c = pattern.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '[' || c == ']') {
                open += c == '[' ? 1 : -1;
            }
        }
    }

    private String escaped(int from) {
        char c = pattern.charAt(at++);
        if (c == 'p' || c == 'P') {
            int end = pattern.indexOf('}', at);
            at = end < 0 ? pattern.length() : end + 1;
        }
        return switch (c) {
            case 'd', 'D', 'w', 'W', 's', 'S', 'p', 'P' -> one(pattern.substring(from, at));
            // Characters of XML names.
            case 'i', 'c' -> "a";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            default -> String.valueOf(c);
        };
    }

    private static String one(String characterClass) {
        Matcher matcher = Pattern.compile(characterClass).matcher("");
        return Stream.concat(
                        LIKELY.chars().mapToObj(Character::toString),
                        IntStream.range(FIRST, BEHIND_LAST).mapToObj(Character::toString))
                .filter(one -> matcher.reset(one).matches())
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    /** How often at least, once where that is allowed as well. */
    private int times() {
        if (at == pattern.length()) {
            return 1;
        }
        switch (pattern.charAt(at)) {
            case '?', '*', '+' -> at++;
            case '{' -> {
                int end = pattern.indexOf('}', at);
                String[] bounds = pattern.substring(at + 1, end).split(",", -1);
                at = end + 1;
                int least = Integer.parseInt(bounds[0]);
                return least > 0 ? least : bounds.length > 1 && !bounds[1].equals("0") ? 1 : 0;
            }
            default -> {}
        }
        return 1;
    }
}
