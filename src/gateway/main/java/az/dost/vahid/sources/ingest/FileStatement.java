package az.dost.vahid.sources.ingest;

import az.dost.vahid.json.Json;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.xml.FileSignature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What the gateway says of a file when it has loaded it, signed: {@code contracts/evidence.schema.json}, definition
 * {@code file}. The agency signed a digest, the gateway that these are the rows.
 *
 * @param file its name
 * @param digest {@code sha-256:<hex>} of the file as the agency left it
 * @param rows how many it has
 * @param root of the Merkle tree over them, 32 bytes
 */
public record FileStatement(
        String agency,
        String file,
        String digest,
        Instant at,
        long rows,
        byte[] root,
        String signer,
        FileSignature signature) {
    /** Header parameter {@code typ} of its JWS. */
    public static final String TYPE = "vahid-file+json";

    private static final ObjectMapper JSON = Json.mapper();
    private static final String SHA_256 = "sha-256:";

    byte[] payload() {
        ObjectNode said = JsonNodeFactory.instance
                .objectNode()
                .put("agency", agency)
                .put("file", file)
                .put("digest", digest)
                .put("at", at.toString())
                .put("rows", rows)
                .put("root", Base64.getUrlEncoder().withoutPadding().encodeToString(root))
                .put("signer", signer);
        ObjectNode by =
                said.putObject("signature").put("kind", signature.kind().code()).put("digest", signature.digestText());
        if (signature.over() != null) {
            by.put("over", signature.over());
        }
        by.put("value", signature.value()).put("certificate", signature.certificateBytes());
        return said.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws ChangedException when it is none */
    public static FileStatement of(byte[] payload) {
        try {
            JsonNode said = JSON.readTree(payload);
            JsonNode by = said.path("signature");
            FileSignature.Kind kind = FileSignature.Kind.CMS_DETACHED
                            .code()
                            .equals(by.path("kind").asText())
                    ? FileSignature.Kind.CMS_DETACHED
                    : FileSignature.Kind.XML_SIGNATURE;
            return new FileStatement(
                    said.path("agency").asText(),
                    said.path("file").asText(),
                    said.path("digest").asText(),
                    Instant.parse(said.path("at").asText()),
                    said.path("rows").longValue(),
                    Base64.getUrlDecoder().decode(said.path("root").asText()),
                    said.path("signer").asText(),
                    new FileSignature(
                            kind,
                            HexFormat.of().parseHex(by.path("digest").asText().substring(SHA_256.length())),
                            by.path("over").binaryValue(),
                            by.path("value").binaryValue(),
                            GatewayProof.certificate(by.path("certificate").binaryValue())));
        } catch (IOException | RuntimeException e) {
            throw new ChangedException("It is no statement about a file");
        }
    }
}
