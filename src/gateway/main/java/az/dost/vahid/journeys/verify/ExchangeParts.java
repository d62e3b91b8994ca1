package az.dost.vahid.journeys.verify;

import az.dost.vahid.json.Json;
import az.dost.vahid.proof.record.check.ReceiptCheck;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.CheckCode;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.xroad.RequestHash;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A call between members in a container: its bodies, the hash that ties the answer to the request, and the receipt. */
final class ExchangeParts {
    static final String SUMMARY = "exchange.json";
    private static final String RECEIPT = "receipt.json";
    /** What the chain's entry says, and as what the summary does. */
    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("client", "client"),
            Map.entry("service", "service"),
            Map.entry("messageId", "messageId"),
            Map.entry("caseRef", "issue"),
            Map.entry("outcome", "outcome"),
            Map.entry("status", "responseStatus"),
            Map.entry("requestBytes", "requestBytes"),
            Map.entry("responseBytes", "responseBytes"),
            Map.entry("verb", "verb"),
            Map.entry("protocol", "protocol"),
            Map.entry("receivedAt", "receivedAt"),
            Map.entry("endedAt", "endedAt"),
            Map.entry("answeredAt", "answeredAt"));

    private static final List<String> SIDES = List.of("request", "response");
    private final Map<String, byte[]> parts;
    private final Report report;

    ExchangeParts(Map<String, byte[]> parts, Report report) {
        this.parts = parts;
        this.report = report;
    }

    /** @throws ChangedException when anything does not hold */
    void check(ReceiptCheck receipts) {
        JsonNode summary = read(parts.get(SUMMARY));
        report.holds(
                CheckCode.CALL_DESCRIBED,
                "It is the call " + summary.path("messageId").asText() + " from "
                        + summary.path("client").asText() + " to "
                        + summary.path("service").asText() + " over "
                        + summary.path("protocol").asText() + ", received at "
                        + summary.path("receivedAt").asText() + "; it ended with "
                        + summary.path("outcome").asText() + ".",
                summary.path("messageId").asText(),
                summary.path("client").asText(),
                summary.path("service").asText(),
                summary.path("receivedAt").asText());
        SIDES.forEach(side -> body(summary, side));
        hash(summary);
        if (parts.containsKey(RECEIPT)) {
            receipt(summary, receipts.check(parts.get(RECEIPT), report));
        } else {
            report.noted(
                    CheckCode.NO_RECEIPT,
                    "It has no receipt of the audit chain: it was made before the next root was signed.");
        }
    }

    private void body(JsonNode summary, String side) {
        byte[] body = parts.entrySet().stream()
                .filter(part -> part.getKey().startsWith(side + "-body."))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (body == null) {
            report.holds(
                    CheckCode.BODY_AWAY,
                    "The body of the " + side + " is not in it: "
                            + summary.path(side + "Bytes").asLong() + " bytes, told by their digest.",
                    side);
        } else if (!sha512(body).equals(summary.path(side + "Sha512").asText())) {
            throw new ChangedException("The body of the " + side + " is not what it says");
        } else {
            report.holds(CheckCode.BODY_PASSED, "The body of the " + side + " is what passed.", side);
        }
    }

    private void hash(JsonNode summary) {
        byte[] head = parts.get("request-head.txt");
        if (head != null && summary.path("protocol").asText().equals("REST") && summary.hasNonNull("requestHash")) {
            byte[] digest = summary.path("requestBytes").asLong() == 0
                    ? null
                    : Base64.getDecoder().decode(summary.path("requestSha512").asText());
            if (!RequestHash.of(head, digest).equals(summary.path("requestHash").asText())) {
                throw new ChangedException("The request is not that of the request hash");
            }
            report.holds(
                    CheckCode.REQUEST_HASHED,
                    "The request hash that went out with the answer is that of this request.");
        }
    }

    private static void receipt(JsonNode summary, JsonNode entry) {
        boolean same = entry.path("exchange").asText().equals(summary.path("id").asText())
                && entry.path("requestHash")
                        .asText("null")
                        .equals(summary.path("requestHash").asText("null"));
        // Entries from before they told of all this lack some; what the summary says beyond the entry is told as
        // nothing more than that.
        for (Map.Entry<String, String> said : SAID.entrySet()) {
            same &= !entry.has(said.getKey()) || said(entry, said.getKey()).equals(said(summary, said.getValue()));
        }
        for (String side : SIDES) {
            String digest = entry.path(side + "Sha512").asText("");
            same &= digest.isEmpty()
                    || digest.equals(summary.path(side + "Sha512")
                            .asText()
                            .replace('+', '-')
                            .replace('/', '_')
                            .replace("=", ""));
        }
        if (!same) {
            throw new ChangedException("It has the receipt of another exchange");
        }
    }

    /** Nothing is the same as none, and as a status of no answer. */
    private static String said(JsonNode json, String name) {
        String text = json.path(name).asText("");
        return text.equals("0") || text.equals("null") ? "" : text;
    }

    private static JsonNode read(byte[] json) {
        try {
            return Json.mapper().readTree(json);
        } catch (IOException e) {
            throw new ChangedException("It is no JSON");
        }
    }

    private static String sha512(byte[] body) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-512").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
