package az.dost.vahid.check.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/** In which language a contract describes a connector's documents. */
enum ContractKind {
    SOAP,
    XML,
    JSON,
    GRAPHQL,
    LAYOUT,
    /** In none that is read here: rows of CSV, a database. */
    NONE;

    /** The same for a file: an OpenAPI file says something of XML, too. */
    static ContractKind of(JsonNode descriptor, Path file) {
        ContractKind kind = of(descriptor);
        return kind == XML && !descriptor.has("drop") && file.toString().matches(".*\\.(yaml|yml|json)") ? JSON : kind;
    }

    /** @param descriptor content of connector.yaml */
    static ContractKind of(JsonNode descriptor) {
        JsonNode call = descriptor.path("call");
        if (descriptor.has("drop")) {
            return switch (descriptor.at("/drop/format").asText()) {
                case "xml" -> XML;
                case "json-lines" -> JSON;
                case "fixed-width" -> LAYOUT;
                default -> NONE;
            };
        }
        String protocol = descriptor.path("protocol").asText();
        return call.has("soapVersion")
                ? SOAP
                : protocol.equals("graphql")
                        ? GRAPHQL
                        : protocol.equals("jdbc")
                                ? NONE
                                : call.path("reply").asText().equals("xml") ? XML : JSON;
    }
}
