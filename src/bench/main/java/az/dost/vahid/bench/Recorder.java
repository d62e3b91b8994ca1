package az.dost.vahid.bench;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.KeptEvidence;
import az.dost.vahid.bench.stub.Recorded;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.normalise.XmlTree;
import az.dost.vahid.proof.record.DossierRecord;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes down what the mock agencies answered, from the evidence that a gateway kept of its lookups. */
final class Recorder {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private final DossierRecord record;
    private final Catalogue catalogue;
    private final Path folder;

    Recorder(DossierRecord record, Catalogue catalogue, Path folder) {
        this.record = record;
        this.catalogue = catalogue;
        this.folder = folder;
    }

    /** Appends one line for each evidence of a dossier to {@code <agency>.jsonl}. */
    void record(JsonNode dossier, String fin) throws IOException {
        Files.createDirectories(folder);
        Map<String, String> asOf = new HashMap<>();
        dossier.path("sources")
                .forEach(source -> asOf.put(
                        source.path("agency").asText(), source.path("asOf").asText()));
        Map<String, Integer> pages = new HashMap<>();
        for (KeptEvidence kept :
                record.evidence(UUID.fromString(dossier.path("dossierId").asText()))) {
            Connector connector = catalogue.folder(kept.agency()).connector();
            if (connector.protocol() != Connector.Protocol.FILE) {
                int page = pages.merge(kept.agency(), 1, Integer::sum);
                Recorded recorded = recorded(connector, fin, page, asOf.get(kept.agency()), kept.evidence());
                Files.writeString(
                        folder.resolve(kept.agency() + ".jsonl"),
                        JSON.writeValueAsString(recorded) + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
        }
    }

    private Recorded recorded(Connector connector, String fin, int page, String asOf, Evidence evidence)
            throws IOException {
        JsonNode requestId = evidence.detached() == null
                ? catalogue
                        .folder(connector.id())
                        .mapping()
                        .apply(tree(connector, evidence.bytes()))
                        .path("requestId")
                : JSON.readTree(new Base64URL(evidence.detached().split("\\.")[0]).decode())
                        .path("rid");
        return new Recorded(
                connector.id(),
                fin,
                page,
                evidence.mediaType(),
                new String(evidence.bytes(), StandardCharsets.UTF_8),
                evidence.detached(),
                requestId.isTextual() ? requestId.textValue() : null,
                asOf);
    }

    private static JsonNode tree(Connector connector, byte[] body) throws IOException {
        if (connector.protocol() == Connector.Protocol.REST
                && connector.call().reply().equals("json")) {
            return JSON.readTree(body);
        }
        Element root = XmlFactories.parse(body).getDocumentElement();
        return connector.protocol() == Connector.Protocol.REST ? XmlTree.of(root) : content(root);
    }

    private static JsonNode content(Element envelope) {
        for (Node body = envelope.getFirstChild(); body != null; body = body.getNextSibling()) {
            if ("Body".equals(body.getLocalName())) {
                for (Node inner = body.getFirstChild(); inner != null; inner = inner.getNextSibling()) {
                    if (inner instanceof Element content) {
                        return XmlTree.of(content);
                    }
                }
            }
        }
        return NullNode.instance;
    }
}
