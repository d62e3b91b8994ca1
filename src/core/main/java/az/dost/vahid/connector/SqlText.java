package az.dost.vahid.connector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The query of a connector with {@code protocol: jdbc}: one statement that reads, its placeholders outside of quotes.
 *
 * @param prepared with a question mark for each placeholder
 * @param parameters names of the placeholders, in their order
 * @param mistake what keeps it from being used
 */
public record SqlText(String prepared, List<String> parameters, Optional<Mistake> mistake) {
    private static final Pattern TOKEN = Pattern.compile(
            "(?s)(?<quoted>'(?:[^']|'')*'|\"[^\"]*\"|\\$(\\w*)\\$.*?\\$\\2\\$)|(?<comment>--[^\\n]*|/\\*.*?\\*/)"
                    + "|\\{(?<name>[A-Za-z]+)}|(?<end>;)|(?<word>[A-Za-z_]\\w*)|(?<other>\\S)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z]+}");

    /** @param at index in the text */
    public record Mistake(int at, String what) {}

    public static SqlText of(String text) {
        StringBuilder prepared = new StringBuilder();
        List<String> parameters = new ArrayList<>();
        Mistake mistake = null;
        boolean begun = false;
        boolean ended = false;
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            if (token.group("comment") != null) {
                token.appendReplacement(prepared, " ");
                continue;
            }
            if (mistake == null) {
                mistake = mistake(token, begun, ended);
            }
            begun = true;
            ended |= token.group("end") != null;
            if (token.group("name") != null) {
                parameters.add(token.group("name"));
                token.appendReplacement(prepared, "?");
            }
        }
        token.appendTail(prepared);
        return new SqlText(
                prepared.toString().strip().replaceFirst(";$", ""),
                parameters,
                Optional.ofNullable(begun ? mistake : new Mistake(0, "there is no statement")));
    }

    private static Mistake mistake(Matcher token, boolean begun, boolean ended) {
        if (ended) {
            return new Mistake(token.start(), "one statement only");
        } else if (!begun && (token.group("word") == null || !token.group().matches("(?i)select|with|values|table"))) {
            return new Mistake(token.start(), "the statement must read: begin with select or with");
        } else if (token.group("quoted") != null
                && PLACEHOLDER.matcher(token.group()).find()) {
            return new Mistake(token.start(), "a placeholder in quotes is plain text: take the quotes away");
        }
        return null;
    }
}
