package az.dost.vahid.journeys.watch;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.json.Json;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.PersonHash;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Sees a fact as its event would tell it: what is not told is not compared either. */
final class SeenFacts {
    private static final ObjectMapper JSON = Json.mapper();
    private final PersonHash persons;
    private final CryptoProvider crypto;

    SeenFacts(PersonHash persons, CryptoProvider crypto) {
        this.persons = persons;
        this.crypto = crypto;
    }

    /** @param fact null when the agency knows nothing of it */
    SeenFact of(String fin, Connector.Change change, JsonNode fact, Instant asOf) {
        Map<String, String> data = fact == null ? null : data(change, fact);
        return new SeenFact(
                fin, data, asOf, persons.of(fin), persons.of(fin + " " + change.type() + " " + digest(data)));
    }

    private static Map<String, String> data(Connector.Change change, JsonNode fact) {
        // Always in one order: a repetition must have the same bytes.
        Map<String, String> data = new TreeMap<>();
        change.data()
                .forEach((field, place) -> data.put(
                        field,
                        fact.at(place).isMissingNode() || fact.at(place).isNull()
                                ? null
                                : fact.at(place).asText()));
        return data;
    }

    private String digest(Map<String, String> data) {
        try {
            return HexFormat.of()
                    .formatHex(crypto.sha256(JSON.writeValueAsString(data).getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of texts is no JSON");
        }
    }
}
