package az.dost.vahid.kit.draft;

import az.dost.vahid.json.Literal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The draft of a descriptor: what the contract says, and for the rest what a person must decide. */
final class DescriptorText {
    static String of(String id, AgencyContract contract, List<String> facts, boolean requestId) {
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
                # The setting vahid.endpoints.%s holds the address.
                endpoint: %s
                facts: [%s]
                # What it means when the register has no record of a person: conclusive (there is none), inconclusive (nothing) or
                # conclusive-for-citizens.
                absence: inconclusive
                """.formatted(id, id, id, contract.protocol(), id, id, String.join(", ", facts)));
        boolean file = contract.protocol().equals("file");
        text.append(file ? "" : members("call", contract.call()));
        text.append("# How the gateway shows who asks: none, api-key, oauth2, mutual-tls, wss-x509 or wss-username.\nauth:\n  kind: none\n");
        text.append("# How an answer proves that it is the agency's: tls, wss-x509, xml-signature, jws-detached or cms-detached.\nproof:\n");
        text.append(file ? "  kind: cms-detached\n" : "  kind: tls\n  answerTo: " + (requestId ? "request-id" : "connection") + "\n");
        text.append(file ? members("drop", contract.call()) + "  # Until when an answer is fresh, and until when it may be used at all.\n  freshFor: P2D\n  keepFor: P30D\n" : "");
        return text.append("mapping: mapping.jslt\n").toString();
    }

    private static String members(String name, Map<String, Object> members) {
        StringBuilder text = new StringBuilder(name + ":\n");
        members.forEach((member, value) -> text.append("  ").append(member).append(": ").append((value instanceof Map<?, ?> map ? "{" + map.entrySet().stream().map(entry -> scalar(entry.getKey().toString()) + ": " + (entry.getValue() instanceof Number || entry.getValue() instanceof Boolean ? entry.getValue() : scalar(entry.getValue().toString())))
                        .collect(Collectors.joining(", ")) + "}" : scalar(value.toString()))).append('\n'));
        return text.toString();
    }

    /** A plain YAML scalar where it stays text, quoted otherwise. */
    private static String scalar(String value) {
        if (value.matches("[A-Za-z/][A-Za-z0-9/._-]*") && !value.matches("(?i)true|false|null|yes|no|on|off")) {
            return value;
        }
        return Literal.of(value);
    }

    private DescriptorText() { }
}
