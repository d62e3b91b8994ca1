package az.dost.vahid.figures;

/**
 * Something that the database holds and that has a metric of its own; each package names its own.
 *
 * @param name of the metric
 * @param help one sentence
 * @param age whether it is in seconds; of an age that there is not the metric says nothing, a number that there is not
 *     is 0
 * @param label what its rows are told apart by, never a person; null where there is one row
 * @param sql gives rows of a label (text, null where there is none) and a value; quick, as it is asked every few
 *     seconds
 */
public record Figure(String name, String help, boolean age, String label, String sql) {
    /** A number. */
    public static Figure count(String name, String help, String sql) {
        return new Figure(name, help, false, null, "select null, (" + sql + ")");
    }

    /** Numbers by a label. */
    public static Figure counts(String name, String help, String label, String sql) {
        return new Figure(name, help, false, label, sql);
    }

    /** Seconds. */
    public static Figure age(String name, String help, String sql) {
        return new Figure(name, help, true, null, "select null, (" + sql + ")");
    }

    /** Seconds by a label. */
    public static Figure ages(String name, String help, String label, String sql) {
        return new Figure(name, help, true, label, sql);
    }

    /** What stands for a row that there is not. */
    double nothing() {
        return age ? Double.NaN : 0;
    }

    /** With the figure's name before each row. */
    String named() {
        return "select '" + name + "' as figure, f.label::text, f.value::double precision from (" + sql
                + ") as f (label, value)";
    }
}
