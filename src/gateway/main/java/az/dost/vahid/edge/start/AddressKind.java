package az.dost.vahid.edge.start;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** What an agency's address is like, by its protocol. Who opens the connection looks closer. */
enum AddressKind {
    DROP(
            "(sftp|ftps?|s3|s3[+]http)://\\S+|file:.+|/.*",
            "an address sftp://, ftps:// or s3://, or file:/folder",
            "sftp://gateway@agency.example:22/outbox"),
    DATABASE(
            "jdbc:postgresql://[^?\\s]+",
            "an address jdbc:postgresql://host:port/database without parameters",
            "jdbc:postgresql://agency.example:5432/register"),
    BROKER("tcp://\\S+", "an address tcp://host:port", "tcp://agency.example:61616"),
    NAMING_HTTP(
            "https://\\S+",
            "an address with https, and each call's address names a citizen",
            "https://agency.example/service"),
    PROVEN_HTTP(
            "https://\\S+",
            "an address with https, by which the agency proves itself",
            "https://agency.example/service"),
    HTTP("https?://\\S+", "an address with https or http", "https://agency.example/service");

    private final Pattern pattern;
    private final String told;
    private final String example;

    AddressKind(String pattern, String told, String example) {
        this.pattern = Pattern.compile(pattern);
        this.told = told;
        this.example = example;
    }

    /** @param connector descriptor of an agency */
    static AddressKind of(JsonNode connector) {
        return switch (connector.path("protocol").asText()) {
            case "file" -> DROP;
            case "jdbc" -> DATABASE;
            case "jms" -> BROKER;
            default ->
                connector.at("/call/finInAddress").isTextual()
                        ? NAMING_HTTP
                        : connector.at("/proof/kind").asText().equals("tls") ? PROVEN_HTTP : HTTP;
        };
    }

    boolean fits(String address) {
        return pattern.matcher(address).matches();
    }

    /** In words. */
    String told() {
        return told;
    }

    String example() {
        return example;
    }
}
