package az.dost.vahid.journeys.transfer;

import az.dost.vahid.signature.DossierSigner;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/**
 * What a sender is told of its file, as {@code file-receipt.schema.json} has it.
 *
 * @param content a compact JWS
 */
record FileReceipt(String target, byte[] content) {
    private static final String TYPE = "vahid-file-receipt+json";

    static FileReceipt taken(Incoming file, DossierSigner signer) {
        return of(file.id(), "TAKEN", "taken", body(file.type(), file.name(), file.digest(), file.size()), signer);
    }

    /** @param file null where there is none: its name was refused */
    static FileReceipt refused(UUID id, String type, Incoming file, Refusal refusal, DossierSigner signer) {
        ObjectNode body =
                file == null ? body(type, null, null, null) : body(type, file.name(), file.digest(), file.size());
        return of(id, "REFUSED", "refused", body.put("reason", refusal.name()), signer);
    }

    static FileReceipt acknowledged(
            UUID id, String type, String name, String digest, long size, String by, DossierSigner signer) {
        return of(
                id,
                "ACKNOWLEDGED",
                "acknowledged-" + by,
                body(type, name, digest, size).put("by", by),
                signer);
    }

    private static ObjectNode body(String type, String name, String digest, Long size) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", type);
        if (name != null) {
            body.put("name", name);
        }
        return digest == null ? body : body.put("digest", digest).put("size", size);
    }

    private static FileReceipt of(UUID id, String state, String word, ObjectNode body, DossierSigner signer) {
        body.put("transfer", id.toString())
                .put("state", state)
                .put("at", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        byte[] json = body.toString().getBytes(StandardCharsets.UTF_8);
        return new FileReceipt(
                "receipts/" + id + "." + word.toLowerCase(Locale.ROOT) + ".jws",
                signer.sign(json, TYPE).compact().getBytes(StandardCharsets.US_ASCII));
    }
}
