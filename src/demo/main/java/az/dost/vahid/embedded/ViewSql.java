package az.dost.vahid.embedded;

import az.dost.vahid.check.rehearse.PlayedFault;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The view that a connector's query reads, played from tables of the same columns.
 *
 * @param view as the query names it
 * @param columns each with its type, as the agency's contract made them
 * @param asked columns that the query compares with the citizen
 */
record ViewSql(String view, List<Column> columns, Set<String> asked) {
    static final String ROWS = "played_rows";
    static final String BAD = "played_bad";
    private static final Pattern FROM = Pattern.compile("(?i)\\bfrom\\s+([\\w.\"]+)");
    private static final Pattern EQUALS = Pattern.compile("(?i)([\\w\"]+)\\s*=\\s*\\{fin}|\\{fin}\\s*=\\s*([\\w\"]+)");
    private static final Pattern IN = Pattern.compile("(?i)\\{fin}\\s+in\\s*\\(([^)]*)\\)");

    record Column(String name, String type) {}

    /** @throws IllegalStateException when the query reads another number of views than one */
    static String view(String query) {
        List<String> views = FROM.matcher(query)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        if (views.size() != 1 || query.matches("(?is).*\\bjoin\\b.*")) {
            throw new IllegalStateException("A database is played only for a query that reads one view");
        }
        return views.get(0);
    }

    static ViewSql of(String query, List<Column> columns) {
        Set<String> asked = new TreeSet<>();
        Matcher one = EQUALS.matcher(query);
        while (one.find()) {
            asked.add(one.group(1) == null ? one.group(2) : one.group(1));
        }
        IN.matcher(query)
                .results()
                .forEach(match -> asked.addAll(List.of(match.group(1).strip().split("\\s*,\\s*"))));
        asked.retainAll(columns.stream().map(Column::name).collect(Collectors.toSet()));
        return new ViewSql(view(query), columns, asked);
    }

    /** @throws IllegalStateException when the samples' rows have a column that the view has not */
    void refuseOthers(List<JsonNode> rows) {
        Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
        rows.forEach(row -> row.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw new IllegalStateException("The samples have the column " + name + ", the view " + view
                        + " has not: a view is played only for a query that gives its columns their own names");
            }
        }));
    }

    String table(String name) {
        return "create table " + name + " ("
                + columns.stream()
                        .map(column -> '"' + column.name() + "\" " + column.type())
                        .collect(Collectors.joining(", "))
                + ")";
    }

    /** The view's definition. @param without a column that it does not have, null for none */
    private String select(String from, String without) {
        return "create view " + view + " as select "
                + columns.stream()
                        .map(Column::name)
                        .filter(name -> !name.equals(without))
                        .map(name -> '"' + name + '"')
                        .collect(Collectors.joining(", "))
                + " from " + from;
    }

    /**
     * What makes the view behave so; empty where it is only taken away.
     *
     * @param slowMs longer than the connector waits
     * @param enough so often each row that a reply is too long
     * @param answered a column of the samples' rows
     * @param somebodyElse table of rows with the citizen where the query asks, and another one where the answer says so
     */
    String behaving(PlayedFault fault, long delayMs, long slowMs, int enough, String answered, String somebodyElse) {
        String slow =
                " where (select 1 from pg_sleep(" + (fault == PlayedFault.SLOW ? slowMs : delayMs) / 1000.0 + ")) = 1";
        return switch (fault == null ? PlayedFault.SLOW : fault) {
            case ERROR -> select(ROWS + " where (select 1 / (random() * 0)::int) = 1", null);
            case TRUNCATE -> select(ROWS + " where (select 1 from pg_terminate_backend(pg_backend_pid())) = 2", null);
            case GARBAGE -> select(BAD, null);
            case TOO_LONG -> select(ROWS + ", generate_series(1, " + enough + ")", null);
            case OTHER_CITIZEN -> select(somebodyElse, null);
            case COLUMN_GONE -> select(ROWS, answered);
            case GONE -> "";
            default -> select(ROWS + (fault == null && delayMs == 0 ? "" : slow), null);
        };
    }
}
