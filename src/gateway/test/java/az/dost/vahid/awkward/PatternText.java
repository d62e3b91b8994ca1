package az.dost.vahid.awkward;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws texts that match a regular expression of literals, classes, groups, alternatives and repetitions: what
 * contracts use.
 */
final class PatternText {
    private static final int MORE = 4;
    private static final String CAPITALS = "ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ";
    private static final String DIGITS = "0123456789";
    private final String pattern;
    private final Random random;
    private int at;

    private PatternText(String pattern, Random random) {
        this.pattern = pattern;
        this.random = random;
    }

    static String draw(String pattern, Random random) {
        return new PatternText(pattern, random).alternatives();
    }

    private String alternatives() {
        List<String> drawn = new ArrayList<>();
        drawn.add(sequence());
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            drawn.add(sequence());
        }
        return drawn.get(random.nextInt(drawn.size()));
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
            int from = at;
            String first = atom();
            int after = at;
            int times = times();
            int end = at;
            for (int i = 0; i < times; i++) {
                at = from;
                text.append(i == 0 ? first : atom());
            }
            at = Math.max(end, after);
        }
        return text.toString();
    }

    private String atom() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '^', '$' -> "";
            case '(' -> group();
            case '[' -> one(members());
            case '\\' -> one(escaped());
            default -> String.valueOf(c);
        };
    }

    private String group() {
        String drawn = alternatives();
        at++;
        return drawn;
    }

    private String members() {
        StringBuilder members = new StringBuilder();
        while (pattern.charAt(at) != ']') {
            char c = pattern.charAt(at++);
            if (c == '\\') {
                members.append(escaped());
            } else if (pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
                for (char member = c; member <= pattern.charAt(at + 1); member++) {
                    members.append(member);
                }
                at += 2;
            } else {
                members.append(c);
            }
        }
        at++;
        return members.toString();
    }

    private String escaped() {
        char c = pattern.charAt(at++);
        if (c == 'p') {
            at = pattern.indexOf('}', at) + 1;
            return CAPITALS;
        }
        return c == 'd' ? DIGITS : String.valueOf(c);
    }

    private int times() {
        char c = at < pattern.length() ? pattern.charAt(at) : ' ';
        if ("?*+".indexOf(c) >= 0) {
            at++;
            return c == '?' ? random.nextInt(2) : random.nextInt(MORE) + (c == '+' ? 1 : 0);
        }
        if (c != '{') {
            return 1;
        }
        int end = pattern.indexOf('}', at);
        String[] bounds = pattern.substring(at + 1, end).split(",", -1);
        at = end + 1;
        int least = Integer.parseInt(bounds[0]);
        int most = bounds.length == 1 ? least : bounds[1].isEmpty() ? least + MORE : Integer.parseInt(bounds[1]);
        return least + random.nextInt(most - least + 1);
    }

    private String one(String members) {
        return String.valueOf(members.charAt(random.nextInt(members.length())));
    }
}
