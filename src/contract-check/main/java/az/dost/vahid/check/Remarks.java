package az.dost.vahid.check;

import az.dost.vahid.definition.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that the checks have to say, by file and line. */
public final class Remarks {
    private static final Comparator<Remark> ORDER = Comparator.comparing(
                    (Remark remark) -> remark.finding().file())
            .thenComparing(remark -> remark.finding().line())
            .thenComparing(remark -> remark.finding().column());
    private final List<Remark> remarks = new ArrayList<>();

    void error(Finding finding) {
        remarks.add(new Remark(Severity.ERROR, finding));
    }

    void error(String file, int line, int column, String message) {
        error(new Finding(file, line, column, message, null));
    }

    void warn(Finding finding) {
        remarks.add(new Remark(Severity.WARNING, finding));
    }

    void warn(String file, int line, String message) {
        warn(new Finding(file, line, message));
    }

    void addAll(Remarks others) {
        remarks.addAll(others.remarks);
    }

    /** @param files how their names begin */
    boolean hasErrorsIn(String files) {
        return remarks.stream()
                .anyMatch(remark -> remark.severity() == Severity.ERROR
                        && remark.finding().file().startsWith(files));
    }

    public List<Remark> sorted() {
        return remarks.stream().distinct().sorted(ORDER).toList();
    }

    public long count(Severity severity) {
        return sorted().stream().filter(remark -> remark.severity() == severity).count();
    }
}
