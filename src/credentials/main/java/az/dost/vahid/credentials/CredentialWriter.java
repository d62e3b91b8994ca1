package az.dost.vahid.credentials;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.json.Json;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.DossierSigner;
import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a credential as an SD-JWT VC (RFC 9901): what its holder may show or not stands beside it, and nothing in what
 * he always shows is his alone but the key and the place in the status list, which each copy has of its own.
 */
final class CredentialWriter {
    static final String TYPE = "dc+sd-jwt";
    /** The claim that names the lookup and its evidence: shown to whoever is to ask back, and to nobody else. */
    static final String ORIGIN = "dossier";

    private final DossierSigner signer;
    private final IssuerMetadata metadata;
    private final StatusLists statuses;

    CredentialWriter(DossierSigner signer, IssuerMetadata metadata, StatusLists statuses) {
        this.signer = signer;
        this.metadata = metadata;
        this.statuses = statuses;
    }

    /**
     * One copy, compact.
     *
     * @param dossier from which it is made
     * @param key of the wallet, public, as JWK
     * @param place in the status list
     */
    String write(
            CredentialType type,
            Credential credential,
            ObjectNode dossier,
            Map<String, Object> key,
            StatusLists.Place place) {
        LocalDate day = LocalDate.ofInstant(RecordId.time(credential.id()), Baku.ZONE);
        JsonNode record = type.record(dossier, day);
        SDObjectBuilder claims = new SDObjectBuilder();
        claims.putClaim("iss", metadata.issuer());
        claims.putClaim("vct", metadata.vct(type));
        claims.putClaim("vct#integrity", metadata.integrity(type));
        // To the day: the second would name its holder to two verifiers who compare.
        claims.putClaim("iat", Instant.now().truncatedTo(ChronoUnit.DAYS).getEpochSecond());
        claims.putClaim("exp", credential.expires().getEpochSecond());
        claims.putClaim("cnf", Map.of("jwk", key));
        claims.putClaim(
                "status", Map.of("status_list", Map.of("idx", place.index(), "uri", statuses.address(place.list()))));
        List<Disclosure> shown = new ArrayList<>();
        int absent = 0;
        for (CredentialType.Claim claim : type.claims()) {
            JsonNode value = record.path(claim.field());
            if (value.isValueNode()) {
                shown.add(claims.putSDClaim(claim.field(), Json.mapper().convertValue(value, Object.class)));
            } else {
                absent++;
            }
        }
        shown.add(claims.putSDClaim(ORIGIN, origin(type, dossier)));
        // That a field is absent says something too: as many digests whatever there is.
        claims.putDecoyDigests(absent);
        try {
            byte[] payload = Json.mapper().writeValueAsBytes(claims.build(true));
            return new SDJWT(signer.chained(payload, TYPE), shown).toString();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> origin(CredentialType type, ObjectNode dossier) {
        JsonNode provenance = type.fact(dossier).path("provenance");
        Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("id", dossier.path("dossierId").textValue());
        origin.put("evidence", provenance.path("evidence").textValue());
        origin.put("register", provenance.path("source").textValue());
        origin.put("asOf", provenance.path("asOf").textValue());
        origin.put("paper", type.paper().id());
        return origin;
    }
}
