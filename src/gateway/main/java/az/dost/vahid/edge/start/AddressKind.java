package az.dost.vahid.edge.start;

import az.dost.vahid.edge.broker.BrokerAddress;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;
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
    BROKER(
            address ->
                    address.startsWith("tcp://") && BrokerAddress.doubt(address).isEmpty(),
            "an address tcp://host:port?sslEnabled=true by which the broker proves itself",
            BrokerAddress.example("agency.example")),
    NAMING_HTTP(
            "https://\\S+",
            "an address with https, and each call's address names a citizen",
            "https://agency.example/service"),
    PROVEN_HTTP(
            "https://\\S+",
            "an address with https, by which the agency proves itself",
            "https://agency.example/service"),
    HTTP("https?://\\S+", "an address with https or http", "https://agency.example/service");

    private final Predicate<String> right;
    private final String told;
    private final String example;

    AddressKind(String pattern, String told, String example) {
        this(Pattern.compile(pattern).asMatchPredicate(), told, example);
    }

    AddressKind(Predicate<String> right, String told, String example) {
        this.right = right;
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
        return right.test(address);
    }

    /** In words. */
    String told() {
        return told;
    }

    String example() {
        return example;
    }
}
