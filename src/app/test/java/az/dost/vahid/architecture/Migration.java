package az.dost.vahid.architecture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A migration, read for what it takes from a gateway of the version before. A line {@code -- contract since V<number>:
 * <why>} above a statement says that nothing has read what it takes since that earlier migration.
 */
final class Migration {
    private static final Pattern CONTRACT = Pattern.compile("-- contract since V(\\d+): \\S.*");
    private static final Pattern CREATED = Pattern.compile("^create (?:unlogged )?table (?:if not exists )?([^\\s(]+)");
    private static final Pattern ALTERED = Pattern.compile("^alter table (?:if exists )?(?:only )?(\\S+) (.*)");
    private static final Pattern INDEXED = Pattern.compile("^create unique index .*\\bon (?:only )?(\\S+?)\\s*\\(.*");
    private static final Pattern DROPPED = Pattern.compile(
            "^drop (table|view|materialized view|sequence|function|type|schema|index|trigger|domain) .*");
    private static final Pattern EMPTIED = Pattern.compile("^(truncate|delete from) .*");
    private static final Pattern RETYPED = Pattern.compile("^alter (?:column )?\\S+ (?:set data )?type .*");
    private static final Pattern NARROWED = Pattern.compile("^alter (?:column )?\\S+ (?:set not null|drop default).*");
    private static final Pattern CONSTRAINED =
            Pattern.compile("^add (?:constraint|check|unique|primary key|foreign key|exclude)\\b.*");
    private static final Pattern DROPS = Pattern.compile("^drop (?!constraint ).*");
    private final int number;
    private final List<Statement> statements = new ArrayList<>();

    private record Statement(String sql, int since) {}

    /** @param number of its version, without what is behind a point */
    Migration(int number, String text) {
        this.number = number;
        StringBuilder sql = new StringBuilder();
        int since = number;
        for (String line : text.lines().toList()) {
            Matcher contract = CONTRACT.matcher(line.strip());
            if (contract.matches()) {
                since = Integer.parseInt(contract.group(1));
            }
            sql.append(line.replaceFirst("--.*$", "")).append('\n');
            boolean open = sql.toString().split("\\$\\$", -1).length % 2 == 0;
            if (!open && sql.toString().strip().endsWith(";")) {
                for (String one : sql.toString().contains("$$")
                        ? new String[] {sql.toString()}
                        : sql.toString().split(";")) {
                    add(one, since);
                }
                sql.setLength(0);
                since = number;
            }
        }
        add(sql.toString(), since);
    }

    private void add(String sql, int since) {
        String plain = sql.replace(';', ' ').replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
        if (!plain.isEmpty()) {
            statements.add(new Statement(plain, since));
        }
    }

    /** What a gateway of the version before would miss or could not write any more; empty when there is nothing. */
    List<String> breaks() {
        Set<String> own = new HashSet<>();
        List<String> breaks = new ArrayList<>();
        for (Statement statement : statements) {
            CREATED.matcher(statement.sql())
                    .results()
                    .map(found -> found.group(1))
                    .forEach(own::add);
            if (statement.since() >= number) {
                breaks.addAll(breaks(statement.sql(), own));
            }
        }
        return breaks;
    }

    private static List<String> breaks(String sql, Set<String> own) {
        Matcher altered = ALTERED.matcher(sql);
        if (altered.matches()) {
            return own.contains(altered.group(1))
                    ? List.of()
                    : actions(altered.group(2)).stream()
                            .filter(Migration::breaksColumns)
                            .map(action -> altered.group(1) + ": " + action)
                            .toList();
        }
        MatchResult indexed = INDEXED.matcher(sql).results().findFirst().orElse(null);
        boolean breaks = DROPPED.matcher(sql).matches()
                || EMPTIED.matcher(sql).matches()
                || sql.matches("^alter \\S+ \\S+ rename .*")
                || indexed != null && !own.contains(indexed.group(1));
        return breaks ? List.of(sql) : List.of();
    }

    private static boolean breaksColumns(String action) {
        boolean needed =
                action.matches("^add (?!(?:constraint|check|unique|primary|foreign|exclude)\\b).*\\bnot null\\b.*")
                        && !action.matches(".*\\b(default|generated)\\b.*");
        return needed
                || action.startsWith("rename ")
                || RETYPED.matcher(action).matches()
                || NARROWED.matcher(action).matches()
                || CONSTRAINED.matcher(action).matches()
                || DROPS.matcher(action).matches();
    }

    /** The parts of an {@code alter table}, which commas outside of brackets keep apart. */
    private static List<String> actions(String text) {
        List<String> actions = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ',' : text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && (depth == 0 || i == text.length())) {
                actions.add(text.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        return actions;
    }
}
