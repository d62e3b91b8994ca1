package az.dost.vahid.kit.draft;

import az.dost.vahid.json.Literal;
import az.dost.vahid.logging.PlainText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The draft of a descriptor: what the contract says, and for the rest what a person must decide. */
final class DescriptorText {
    private static final String DECLARATION = """
              # The FIN stands in the address of each call, which others log. Say here, in a sentence, what of the agency's contract leaves no choice;
              # the gateway does not start without it, and calls over TLS only.
            """;

    static String of(String id, AgencyContract contract, List<String> facts, boolean requestId, boolean namesNobody) {
        boolean file = contract.protocol().equals("file");
        StringBuilder text = new StringBuilder("""
                # yaml-language-server: $schema=../../contracts/connector.schema.json
                id: %s
                # Who answers, what for, and by which law it may be asked: to be filled in.
                authority:
                  az: %s
                  en: %s
                register: What the register holds, in one line
                legalBasis: The act under which the agency may be asked
                illustrative: true
                protocol: %s
                # The setting vahid.endpoints.%s holds the address, or endpoints.yaml beside this folder.
                %sendpoint: %s
                facts: [%s]
                # What it means when the register has no record of a person: conclusive (there is none), inconclusive (nothing) or
                # conclusive-for-citizens.
                absence: inconclusive
                """.formatted(
                        id, id, id, contract.protocol(), id, notes(file, contract), id, String.join(", ", facts)));
        text.append(file ? "" : members("call", contract.call()));
        text.append(
                "# How the gateway shows who asks: none, api-key, oauth2, mutual-tls, wss-x509 or wss-username.\nauth:\n  kind: none\n");
        text.append(
                "# How an answer proves that it is the agency's: tls, wss-x509, xml-signature, jws-detached or cms-detached.\nproof:\n");
        text.append(
                file
                        ? "  kind: cms-detached\n"
                        : "  kind: tls\n  answerTo: " + (requestId ? "request-id" : "connection") + "\n");
        text.append(
                namesNobody
                        ? "  # No field of a reply is called like a personal number: answers are about whom the request named.\n  subject: request\n"
                        : "");
        text.append(
                file
                        ? members("drop", contract.call())
                                + "  # Until when an answer is fresh, and until when it may be used at all.\n  freshFor: P2D\n  keepFor: P30D\n"
                        : "");
        return text.append("mapping: mapping.jslt\n").toString();
    }

    /** Those of a file stand in contract.md. */
    private static String notes(boolean file, AgencyContract contract) {
        return file
                ? ""
                : contract.notes().stream()
                        .map(note -> "# " + PlainText.of(note) + "\n")
                        .collect(Collectors.joining());
    }

    private static String members(String name, Map<String, Object> members) {
        StringBuilder text = new StringBuilder(name + ":\n");
        members.forEach((member, value) -> text.append(member.equals("finInAddress") ? DECLARATION : "")
                .append("  ")
                .append(member)
                .append(": ")
                .append(written(value))
                .append('\n'));
        return text.toString();
    }

    /**
     * On one line. A number or a truth value within a group stays one: a member itself is text, such as the SOAP
     * version.
     */
    private static String written(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> scalar(entry.getKey().toString()) + ": "
                            + (entry.getValue() instanceof Number || entry.getValue() instanceof Boolean
                                    ? entry.getValue()
                                    : written(entry.getValue())))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof List<?> list
                ? list.stream().map(DescriptorText::written).collect(Collectors.joining(", ", "[", "]"))
                : scalar(value.toString());
    }

    /** A plain YAML scalar where it stays text, quoted otherwise. */
    private static String scalar(String value) {
        if (value.matches("[A-Za-z/][A-Za-z0-9/._-]*") && !value.matches("(?i)true|false|null|yes|no|on|off|y|n")) {
            return value;
        }
        return Literal.of(value);
    }

    private DescriptorText() {}
}
