package az.dost.vahid.check.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a query plainly says: the names of its columns, and the tables and columns that it takes. Expressions are left
 * alone: only the agency's database knows them.
 *
 * @param names of the columns it gives, in lower case; null where not all can be told
 * @param taken tables and columns, in lower case, with the index of the first mention
 */
public record SelectedColumns(List<String> names, Map<String, Integer> taken) {
    private static final Pattern SPACE = Pattern.compile("(?s)--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'");
    private static final Pattern SELECT =
            Pattern.compile("(?is)^\\s*select\\s+(?:distinct\\s+)?(?<list>.*?)\\sfrom\\s(?<rest>.*)$");
    private static final Pattern PLAIN = Pattern.compile(
            "(?s)\\s*(?:[A-Za-z_]\\w*\\.)?(?<column>[A-Za-z_]\\w*)(?:\\s+(?:as\\s+)?(?<alias>[A-Za-z_]\\w*))?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED = Pattern.compile("(?is).*\\sas\\s+(?<alias>[A-Za-z_]\\w*)\\s*");
    private static final Pattern TABLE =
            Pattern.compile("(?i)\\b(?:from|join)\\s+(?:[A-Za-z_]\\w*\\.)?(?<table>[A-Za-z_]\\w*)(?!\\w*\\s*\\()");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

    /** Empty for anything but one plain select: with, union, a select within another one. */
    public static Optional<SelectedColumns> of(String query) {
        // What is blanked keeps its place.
        String code = SPACE.matcher(query).replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
        Matcher select = SELECT.matcher(code);
        if (!select.matches()
                || code.toLowerCase(Locale.ROOT).split("\\bselect\\b", -1).length != 2
                || code.matches("(?is).*\\b(union|intersect|except|lateral)\\b.*")) {
            return Optional.empty();
        }
        Map<String, Integer> taken = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        boolean all = true;
        int at = select.start("list");
        for (String item : items(select.group("list"))) {
            Matcher plain = PLAIN.matcher(item);
            Matcher named = NAMED.matcher(item);
            if (plain.matches()
                    && !lower(plain.group("column")).matches("null|true|false|current_\\w+|localtime\\w*")) {
                taken.putIfAbsent(lower(plain.group("column")), at + plain.start("column"));
                names.add(lower(plain.group("alias") == null ? plain.group("column") : plain.group("alias")));
            } else if (named.matches()) {
                names.add(lower(named.group("alias")));
            } else {
                all = false;
            }
            at += item.length() + 1;
        }
        Matcher table = TABLE.matcher(code);
        while (table.find()) {
            taken.putIfAbsent(lower(table.group("table")), table.start("table"));
        }
        return Optional.of(new SelectedColumns(all ? names : null, taken));
    }

    /** Between commas that stand in no brackets. */
    private static List<String> items(String list) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                items.add(list.substring(start, i));
                start = i + 1;
            }
        }
        items.add(list.substring(start));
        return items;
    }

    /** All words of a contract but those in comments and quotes, in lower case. */
    public static Set<String> words(String contract) {
        Set<String> words = new TreeSet<>();
        WORD.matcher(SPACE.matcher(contract).replaceAll(" ")).results().forEach(word -> words.add(lower(word.group())));
        return words;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
