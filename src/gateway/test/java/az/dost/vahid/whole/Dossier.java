package az.dost.vahid.whole;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.verdicts.SelfContradictions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A dossier as the gateway gave it out.
 *
 * @param jws detached, null when there was none
 * @param elapsed from the question to the last byte
 */
public record Dossier(byte[] body, String jws, Duration elapsed, JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Dossier.class.getResourceAsStream("/contracts/dossier.schema.json"));

    Dossier(byte[] body, String jws, Duration elapsed) {
        this(body, jws, elapsed, parse(body));
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new AssertionError("The dossier is not JSON", e);
        }
    }

    /** When it was combined, in Baku. */
    LocalDate day() {
        return LocalDate.ofInstant(Instant.parse(json.path("assembledAt").asText()), Baku.ZONE);
    }

    /** The row of an agency. */
    public JsonNode row(String agency) {
        for (JsonNode row : json.path("sources")) {
            if (row.path("agency").asText().equals(agency)) {
                return row;
            }
        }
        throw new AssertionError("The dossier has no row for " + agency);
    }

    /** Verdict, and the reason where there is one, by agency. */
    public Map<String, String> verdicts() {
        Map<String, String> verdicts = new TreeMap<>();
        json.path("sources").forEach(row -> verdicts.put(row.path("agency").asText(), verdict(row)));
        return verdicts;
    }

    static String verdict(JsonNode row) {
        return row.path("verdict").asText()
                + (row.has("reason") ? " " + row.path("reason").asText() : "");
    }

    /** Where it breaks the contract, and where it contradicts itself. */
    public List<String> violations() {
        LocalDate day =
                LocalDate.ofInstant(Instant.parse(json.path("assembledAt").asText()), Baku.ZONE);
        return Stream.concat(
                        SCHEMA.validate(json).stream().map(Error::getMessage),
                        SelfContradictions.of(json, day.toString()).stream())
                .toList();
    }

    /** Whether the JWS (RFC 7515, appendix F) is an ES256 signature over these very bytes; checked by the JDK alone. */
    public boolean signedBy(X509Certificate certificate) {
        String[] parts = jws.split("\\.", -1);
        Base64.Decoder decoder = Base64.getUrlDecoder();
        try {
            JsonNode header = JSON.readTree(decoder.decode(parts[0]));
            Signature ecdsa = Signature.getInstance("SHA256withECDSAinP1363Format");
            ecdsa.initVerify(certificate.getPublicKey());
            ecdsa.update(
                    (parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(body))
                            .getBytes(StandardCharsets.US_ASCII));
            return parts.length == 3
                    && parts[1].isEmpty()
                    && header.path("alg").asText().equals("ES256")
                    && ecdsa.verify(decoder.decode(parts[2]));
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError("The signature cannot be checked", e);
        }
    }
}
