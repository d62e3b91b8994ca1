package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The connectors that are in use, as developers of other agencies read them. */
final class AgenciesJson {
    private final Catalogue connectors;
    private final ConformanceFiles conformance;
    /** By version of the connector, its descriptor as its file says it. */
    private final Map<String, JsonNode> descriptors = new ConcurrentHashMap<>();

    AgenciesJson(Catalogue connectors, ConformanceFiles conformance) {
        this.connectors = connectors;
        this.conformance = conformance;
    }

    ObjectNode of() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = body.putArray("agencies");
        connectors.folders().forEach(folder -> rows.add(row(folder)));
        return body;
    }

    private ObjectNode row(ConnectorFolder folder) {
        Connector connector = folder.connector();
        JsonNode descriptor = descriptors.computeIfAbsent(folder.version(), version -> read(folder));
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("id", connector.id());
        row.set(
                "authority",
                WordJson.of(connector.authority().az(), connector.authority().en()));
        if (connector.register() != null) {
            row.put("register", connector.register());
        }
        row.put("protocol", descriptor.path("protocol").asText());
        connector.facts().forEach(row.putArray("facts")::add);
        connector.confirms().forEach(row.putArray("confirms")::add);
        row.put("legalBasis", connector.legalBasis()).put("illustrative", connector.illustrative());
        if (descriptor.has("owner")) {
            row.put("owner", descriptor.path("owner").asText());
        }
        row.put("version", folder.version());
        conformance.of(connector.id(), folder.version()).ifPresent(certificate -> row.set("conformance", certificate));
        return row;
    }

    private static JsonNode read(ConnectorFolder folder) {
        try (var in = folder.descriptor().getInputStream()) {
            return Json.yaml().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
