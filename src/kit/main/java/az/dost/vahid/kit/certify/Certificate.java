package az.dost.vahid.kit.certify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * How one version of a connector went through the suite.
 *
 * @param version of the connector's folder, {@code sha-256:<hex>}
 * @param gateway version of the gateway whose route was asked
 */
public record Certificate(String connector, String version, String gateway, Instant at, List<Line> lines) {
    public long count(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    public boolean passed() {
        return count(Outcome.FAILED) == 0 && count(Outcome.BUSY) == 0;
    }

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("kind", "connector-certificate")
                .put("connector", connector)
                .put("version", version)
                .put("gateway", gateway)
                .put("at", at.toString())
                .put("result", passed() ? "PASSED" : "FAILED")
                .put("passed", count(Outcome.PASSED))
                .put("failed", count(Outcome.FAILED))
                .put("busy", count(Outcome.BUSY))
                .put("skipped", count(Outcome.SKIPPED));
        lines.forEach(line -> json.withArray("lines")
                .addObject()
                .put("id", line.id())
                .put("title", line.title())
                .put("outcome", line.outcome().name())
                .put("expected", line.expected())
                .put("found", line.found())
                .put("elapsedMs", line.elapsedMs()));
        return json;
    }
}
