package az.dost.vahid.definition;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The definition files cannot be used; the message is a report of every finding, one a line, in the order in which a
 * person goes through the files.
 */
public final class DefinitionException extends RuntimeException {
    /** By file, line and column. */
    public static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::file).thenComparing(Finding::line).thenComparing(Finding::column);

    private final transient List<Finding> findings;

    public DefinitionException(List<Finding> findings) {
        super(findings.stream()
                .sorted(ORDER)
                .map(Finding::toString)
                .collect(Collectors.joining(
                        "\n  ",
                        "The definitions have " + findings.size()
                                + (findings.size() == 1 ? " error:\n  " : " errors:\n  "),
                        "")));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
