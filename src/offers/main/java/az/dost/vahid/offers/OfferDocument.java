package az.dost.vahid.offers;

import az.dost.vahid.json.Json;
import az.dost.vahid.signature.DossierSigner;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Writes and reads an offer, {@code contracts/offer.schema.json}, signed as dossiers are. */
final class OfferDocument {
    /** Names the lookup from which the right was found. */
    static final String DOSSIER = "dossierId";
    /** Names that of the event's person. */
    static final String DOSSIER_ABOUT = "dossierAboutId";

    private static final String TYPE = "vahid-offer+json";
    private final DossierSigner signer;

    OfferDocument(DossierSigner signer) {
        this.signer = signer;
    }

    /**
     * The compact JWS; personal data.
     *
     * @param found what came of the right
     * @param dossier from which that was found
     * @param until until when it can be accepted
     */
    String of(UUID id, Intent intent, ObjectNode found, UUID dossier, Instant at, Instant until) {
        ObjectNode offer = found.objectNode()
                .put("offerId", id.toString())
                .put("madeAt", at.toString())
                .put("until", until.toString())
                .put(DOSSIER, dossier.toString())
                .put("eventId", intent.event().toString());
        intent.dossierAbout().ifPresent(about -> offer.put(DOSSIER_ABOUT, about.toString()));
        offer.putObject("person").put("fin", intent.fin());
        offer.put("from", found.path("day").textValue());
        offer.setAll(found);
        offer.remove("day");
        return signer.sign(offer.toString().getBytes(StandardCharsets.UTF_8), TYPE)
                .compact();
    }

    /** What one says. @param jws compact, that the gateway signed itself */
    static ObjectNode payload(String jws) {
        try {
            return (ObjectNode) Json.mapper().readTree(Base64.getUrlDecoder().decode(jws.split("[.]")[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
