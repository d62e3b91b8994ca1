package az.dost.vahid.kit.synthetic;

import az.dost.vahid.normalise.PatternVariants;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that belong to the agency's format and to nobody: codes that its mapping or contract lists, names of members.
 */
public final class Vocabulary {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ENUMERATION = Pattern.compile(
            "(?:enumeration\\s+value|\\sfixed)=[\"']([^\"']*)[\"']|enum[\"']?:\\s*\\[([^\\]]*)]|enum:\\s*((?:\\n\\s*- .*)+)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");
    /** Words of formats that every agency may use. */
    private static final Set<String> COMMON = Set.of("envelope", "header", "body", "true", "false", "null");

    private final Set<String> codes = new HashSet<>();
    private final Set<String> names = new HashSet<>(COMMON);

    /** @param contracts texts of the agency's contract */
    public Vocabulary(String mapping, List<String> contracts) {
        LITERAL.matcher(mapping).results().forEach(literal -> codes.add(literal.group(1)));
        words(mapping, names);
        for (String contract : contracts) {
            words(contract, names);
            Matcher list = ENUMERATION.matcher(contract);
            while (list.find()) {
                for (int group = 1; group <= list.groupCount(); group++) {
                    if (list.group(group) != null) {
                        List.of(list.group(group).split(group == 2 ? "," : "\\n\\s*- "))
                                .forEach(value -> codes.add(value.strip().replaceAll("^[\"']|[\"']$", "")));
                    }
                }
            }
        }
    }

    private static void words(String text, Set<String> into) {
        WORD.matcher(text).results().forEach(word -> into.add(word.group().toLowerCase(Locale.ROOT)));
    }

    /**
     * Forms in which the mapping reads days and times; one with parts that may be missing as several without such
     * parts.
     */
    Set<String> dayPatterns() {
        return codes.stream()
                .filter(code -> code.contains("yy"))
                .flatMap(PatternVariants::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the value is a code of the format. */
    public boolean lists(String value) {
        return codes.contains(value);
    }

    /** Whether it is a code, or some of them one after the other. */
    boolean listsAll(String value) {
        return lists(value)
                || !value.isEmpty()
                        && Stream.of(value.split("[;,|]")).map(String::strip).allMatch(codes::contains);
    }

    /** Whether a member, element or attribute may be called so. */
    boolean names(String name) {
        return names.contains(name.toLowerCase(Locale.ROOT));
    }
}
