package az.dost.vahid.mock.rest;

import az.dost.vahid.normalise.XmlTree;
import az.dost.vahid.signature.DetachedJws;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.signature.xml.EnvelopedSignature;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.w3c.dom.Document;

/** Reads a reply into the mapping's tree, after its signature and, in JSON, its agreement with the contract. */
record ReplyProof(String kind, PinnedCertificate pinned, CryptoProvider crypto) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MAX_AGE = Duration.ofMinutes(2);

    /** @param contract what the contract has against a reply of a status */
    JsonNode read(HttpResponse<byte[]> reply, String requestId, BiFunction<Integer, JsonNode, List<Error>> contract)
            throws IOException {
        if (kind.equals("xml-signature")) {
            Document document = XmlFactories.parse(reply.body());
            new EnvelopedSignature(pinned).verify(document);
            return XmlTree.of(document.getDocumentElement());
        }
        if (kind.equals("jws-detached")) {
            new DetachedJws(pinned, MAX_AGE, crypto)
                    .verify(reply.headers().firstValue(JwsSigner.HEADER).orElse(null), reply.body(), requestId);
        }
        JsonNode tree = JSON.readTree(reply.body());
        agrees(contract.apply(reply.statusCode(), tree));
        return tree;
    }

    static void agrees(List<Error> findings) {
        if (!findings.isEmpty()) {
            throw new AssertionError("Not as the contract says: " + findings);
        }
    }
}
