package az.dost.vahid.definition;

import java.util.List;

/**
 * What was read, and what was wrong with it.
 *
 * @param content of the files in which nothing is wrong; null where that is no use and what stood before must go on
 * @param findings empty when nothing was wrong
 */
public record Reading<T>(T content, List<Finding> findings) {
    public Reading {
        findings = List.copyOf(findings);
    }

    /**
     * The content of files that must all be right.
     *
     * @throws DefinitionException with every finding
     */
    public T strict() {
        if (!findings.isEmpty()) {
            throw new DefinitionException(findings);
        }
        return content;
    }
}
