package az.dost.vahid.kit.service;

import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** Findings on the screen, for people or for a machine; the last line says what came of it. */
final class ServiceReport {
    private final PrintWriter out;
    private final boolean json;

    ServiceReport(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /**
     * @param figures what came of it, by name
     * @param line the same for people
     * @return the exit code
     */
    int print(List<Finding> findings, ObjectNode figures, String line) throws IOException {
        List<Finding> sorted =
                findings.stream().sorted(DefinitionException.ORDER).toList();
        if (json) {
            ObjectNode report = JsonNodeFactory.instance.objectNode();
            report.put("errors", sorted.size()).setAll(figures);
            sorted.forEach(finding -> report.withArray("findings")
                    .addObject()
                    .put("file", finding.file())
                    .put("line", finding.line())
                    .put("column", finding.column())
                    .put("message", finding.message())
                    .put("suggestion", finding.suggestion()));
            out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        } else {
            sorted.forEach(out::println);
            out.println(line);
        }
        out.flush();
        return sorted.isEmpty() ? 0 : 1;
    }
}
