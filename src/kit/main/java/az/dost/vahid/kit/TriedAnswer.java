package az.dost.vahid.kit;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.check.BelievedFacts;
import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.Sample;
import az.dost.vahid.check.trial.AskedAgency;
import az.dost.vahid.kit.certify.RefusedReply;
import az.dost.vahid.mime.PartReader.BadPartsException;
import az.dost.vahid.mime.Related;
import az.dost.vahid.normalise.MappingException;
import az.dost.vahid.signature.key.ProofException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One answer, step by step: what came, what the mapping saw of it and made of it, and what the gateway holds of it. */
record TriedAnswer(CheckedFolder folder, SourceAnswer answer, List<AskedAgency.Exchanged> exchanged) {
    /** The most that a descriptor allows. */
    private static final int MOST_PARTS = 100;

    /** What the mapping sees of the last reply, read without any proof; empty when it cannot be read. */
    private Optional<JsonNode> tree() {
        try {
            return exchanged.isEmpty() || !exchanged.get(exchanged.size() - 1).came()
                    ? Optional.empty()
                    : Optional.of(
                            Sample.tree(exchanged.get(exchanged.size() - 1).body(), folder.connector()));
        } catch (IllegalArgumentException | ProofException e) {
            return Optional.empty();
        }
    }

    /** Of a message with parts its envelope, and how long each part is: what is in them is no text. */
    private static String shown(byte[] body) {
        try {
            if (Related.begins(body)) {
                Related related = Related.read(body, MOST_PARTS);
                StringBuilder text = new StringBuilder(new String(related.root(), StandardCharsets.UTF_8));
                related.parts()
                        .forEach((id, part) -> text.append("\n-- part ")
                                .append(id)
                                .append(", ")
                                .append(part.length)
                                .append(" bytes"));
                return text.toString();
            }
        } catch (BadPartsException e) {
            // It is shown as it is.
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private String mapped(JsonNode tree) {
        try {
            return folder.bounded().apply(tree).toPrettyString();
        } catch (MappingException e) {
            return "refused: " + RefusedReply.refused(folder, tree);
        }
    }

    private String proof() {
        String kind = folder.reading().definition().content().at("/proof/kind").asText();
        return answer.verdict() + (answer.reason() == null ? "" : " " + answer.reason())
                + (answer.fault() == null ? "" : " (" + answer.fault() + ")") + " by proof " + kind
                + (answer.evidence().isEmpty()
                        ? ""
                        : ", signer " + answer.evidence().get(0).signer());
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (AskedAgency.Exchanged reply : exchanged) {
            text.append("== reply ")
                    .append(
                            !reply.came()
                                    ? "none"
                                    : reply.status() == 0 ? "" : reply.status() + " " + reply.mediaType())
                    .append('\n')
                    .append(shown(reply.body()))
                    .append('\n');
        }
        tree().ifPresent(tree -> text.append("== tree\n")
                .append(tree.toPrettyString())
                .append("\n== mapping\n")
                .append(mapped(tree))
                .append('\n'));
        text.append("== facts\n").append(answer.facts().toPrettyString());
        answer.unmappable()
                .forEach(part -> text.append("\nnot believed: ")
                        .append(part.path())
                        .append(' ')
                        .append(part.rule()));
        return text.append("\n== proof\n")
                .append(proof())
                .append(" in ")
                .append(answer.elapsedMs())
                .append(" ms")
                .toString();
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("agency", answer.agency())
                .put("verdict", answer.verdict().name());
        if (answer.reason() != null) {
            json.put("reason", answer.reason().name());
        }
        if (answer.fault() != null) {
            json.put("fault", answer.fault());
        }
        json.put("elapsedMs", answer.elapsedMs());
        exchanged.stream()
                .filter(AskedAgency.Exchanged::came)
                .forEach(reply -> json.withArray("replies")
                        .addObject()
                        .put("status", reply.status())
                        .put("mediaType", reply.mediaType())
                        .put("body", shown(reply.body())));
        tree().ifPresent(tree -> {
            json.set("tree", tree);
            json.put("mapping", mapped(tree));
        });
        json.set("facts", answer.facts());
        BelievedFacts.tell(answer.unmappable(), json);
        return json;
    }
}
