package az.dost.vahid.fact;

import az.dost.vahid.fact.TextPattern.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads patterns of characters and classes with numbers of repetitions, and of groups of alternatives that may be left
 * out.
 */
final class RunReader {
    private static final int MOST_WAYS = 8;
    /** A class, an escaped sign, or a sign that means itself; then how often. */
    private static final Pattern ITEM = Pattern.compile(
            "(?:\\[([A-Za-z0-9+/_.:-]+)]|\\\\([./-])|([A-Za-z0-9/:=-]))(?:\\{(\\d{1,6})(?:(,)(\\d{1,6})?)?}|([*+?]))?");

    private final String text;
    private int at = 1;

    private RunReader(String text) {
        this.text = text;
    }

    /**
     * The runs of every text that a pattern allows; null for a pattern of other parts, or one that would need a second
     * try.
     */
    static List<List<Run>> ways(String pattern) {
        RunReader reader = new RunReader(pattern);
        List<List<Run>> ways = reader.alternatives();
        boolean whole = ways != null && pattern.substring(reader.at).equals("$");
        return whole && ways.stream().allMatch(RunReader::oneTry) ? ways : null;
    }

    /** To the end of the group, or of the pattern; null for what is not known. */
    private List<List<Run>> alternatives() {
        List<List<Run>> all = new ArrayList<>();
        List<List<Run>> ways = List.of(List.of());
        while (at < text.length() && ")$".indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '|') {
                at++;
                all.addAll(ways);
                ways = List.of(List.of());
                continue;
            }
            List<List<Run>> next = text.charAt(at) == '(' ? group() : item();
            if (next == null || ways.size() * next.size() > MOST_WAYS) {
                return null;
            }
            ways = product(ways, next);
        }
        all.addAll(ways);
        return all.size() > MOST_WAYS ? null : all;
    }

    private List<List<Run>> group() {
        at++;
        List<List<Run>> inner = alternatives();
        if (inner == null || at >= text.length() || text.charAt(at) != ')') {
            return null;
        }
        at++;
        if (at < text.length() && text.charAt(at) == '?') {
            at++;
            List<List<Run>> optional = new ArrayList<>(inner);
            optional.add(List.of());
            return optional;
        }
        return at < text.length() && "*+{".indexOf(text.charAt(at)) >= 0 ? null : inner;
    }

    private List<List<Run>> item() {
        Matcher item = ITEM.matcher(text).region(at, text.length());
        if (!item.lookingAt()) {
            return null;
        }
        at = item.end();
        String signs = item.group(1) != null ? item.group(1) : item.group(2) != null ? item.group(2) : item.group(3);
        long[] bits = bits(signs, item.group(1) != null);
        return List.of(List.of(new Run(bits[0], bits[1], fewest(item), most(item))));
    }

    private static int fewest(Matcher item) {
        return item.group(4) != null
                ? Integer.parseInt(item.group(4))
                : item.group(7) == null || item.group(7).equals("+") ? 1 : 0;
    }

    private static int most(Matcher item) {
        if (item.group(4) == null) {
            return item.group(7) == null || item.group(7).equals("?") ? 1 : Integer.MAX_VALUE;
        }
        return item.group(5) == null
                ? Integer.parseInt(item.group(4))
                : item.group(6) == null ? Integer.MAX_VALUE : Integer.parseInt(item.group(6));
    }

    private static long[] bits(String signs, boolean ranges) {
        long[] bits = new long[2];
        for (int i = 0; i < signs.length(); i++) {
            boolean range = ranges && i + 2 < signs.length() && signs.charAt(i + 1) == '-';
            char last = range ? signs.charAt(i + 2) : signs.charAt(i);
            for (char c = signs.charAt(i); c <= last; c++) {
                bits[c / 64] |= 1L << c % 64;
            }
            i += range ? 2 : 0;
        }
        return bits;
    }

    /** Whether what a run of any length takes is never what a later one needs. */
    private static boolean oneTry(List<Run> way) {
        for (int i = 0; i < way.size(); i++) {
            Run run = way.get(i);
            for (int next = i + 1; run.fewest() < run.most() && next < way.size(); next++) {
                if (run.overlaps(way.get(next))) {
                    return false;
                }
                if (way.get(next).fewest() > 0) {
                    break;
                }
            }
        }
        return true;
    }

    private static List<List<Run>> product(List<List<Run>> ways, List<List<Run>> next) {
        List<List<Run>> product = new ArrayList<>();
        for (List<Run> way : ways) {
            for (List<Run> more : next) {
                List<Run> both = new ArrayList<>(way);
                both.addAll(more);
                product.add(List.copyOf(both));
            }
        }
        return product;
    }
}
