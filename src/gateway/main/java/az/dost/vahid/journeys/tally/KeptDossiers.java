package az.dost.vahid.journeys.tally;

import az.dost.vahid.json.Json;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.BodyName;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.DayJdbc;
import az.dost.vahid.proof.trust.ChangedRows;
import az.dost.vahid.signature.key.ChangedException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Dossiers as they were given out, as far as they are still kept, or what is read of them. */
public final class KeptDossiers {
    private static final ObjectMapper JSON = Json.mapper();
    private static final int FETCHED = 100;
    private final JdbcTemplate jdbc;
    private final Bodies bodies;
    private final ChangedRows changed;
    private final UnaryOperator<JsonNode> read;

    /** @param read what is read of one; it may change the one that it is given */
    public KeptDossiers(JdbcTemplate jdbc, Bodies bodies, ChangedRows changed, UnaryOperator<JsonNode> read) {
        this.jdbc = new DayJdbc(jdbc.getDataSource());
        this.jdbc.setFetchSize(FETCHED);
        this.bodies = bodies;
        this.changed = changed;
        this.read = read;
    }

    /** By their ids; those whose time is over are not among them, nor those that somebody changed. */
    public Map<UUID, JsonNode> of(Collection<UUID> ids) {
        Map<UUID, byte[]> sealed = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.query(
                    "select id, content from dossier where id = any (?) and content is not null",
                    row -> {
                        sealed.put(row.getObject(1, UUID.class), row.getBytes(2));
                    },
                    (Object) ids.toArray(UUID[]::new));
        }
        Map<UUID, JsonNode> found = new HashMap<>();
        sealed.forEach((id, content) -> open(id, content).ifPresent(dossier -> found.put(id, dossier)));
        return found;
    }

    /**
     * What figures read of a dossier, which is changed to it and goes no further than into counts. Hundreds are held at
     * a time, and a whole one takes a quarter of a MiB.
     */
    static JsonNode counted(JsonNode dossier) {
        keep(dossier, "subject", "completes", "sources", "documents", "conflicts", "facts");
        keep(dossier.path("subject"), "state");
        dossier.path("sources").forEach(source -> keep(source, "agency", "reason", "elapsedMs"));
        dossier.path("documents").forEach(document -> keep(document, "id", "verdict", "ground"));
        dossier.path("conflicts").forEach(conflict -> keep(conflict, "fact", "winner", "values"));
        JsonNode facts = dossier.path("facts");
        keep(facts, "identity", "address", DisabilityFigures.FACT, "rehabilitation");
        facts.forEach(fact -> keep(fact, "value"));
        keep(facts.at("/identity/value"), "sex", "birthDate");
        keep(facts.at("/address/value"), "region");
        keep(facts.at("/rehabilitation/value"), "devices");
        return dossier;
    }

    private static void keep(JsonNode node, String... members) {
        if (node instanceof ObjectNode object) {
            object.retain(members);
        }
    }

    private Optional<JsonNode> open(UUID id, byte[] sealed) {
        try {
            return Optional.of(read.apply(JSON.readTree(bodies.open(id, DataClass.DOSSIER, BodyName.CONTENT, sealed))));
        } catch (EmptyResultDataAccessException e) {
            // Its key goes first: in the next moment it is gone itself.
            return Optional.empty();
        } catch (ChangedException | IOException e) {
            changed.found("dossier", id.toString());
            return Optional.empty();
        }
    }
}
