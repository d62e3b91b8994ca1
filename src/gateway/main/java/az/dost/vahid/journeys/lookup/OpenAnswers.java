package az.dost.vahid.journeys.lookup;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.KeptEvidence;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Unmappable;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.json.Json;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.DossierRecord;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the sources of a dossier said that some could not be asked for, so that they need not be asked again when it is
 * completed.
 */
final class OpenAnswers {
    private static final ObjectMapper JSON = Json.mapper();
    private static final String PART = "answers";
    private final JdbcTemplate jdbc;
    private final Bodies bodies;
    private final DossierRecord record;

    OpenAnswers(JdbcTemplate jdbc, Bodies bodies, DossierRecord record) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.record = record;
    }

    /** Whether a source may well answer another time. */
    static boolean open(SourceAnswer answer) {
        return answer.verdict() == Verdict.TIMED_OUT || answer.verdict() == Verdict.UNAVAILABLE;
    }

    /** Keeps the answers of a dossier that lacks some, in its transaction; does nothing for any other. */
    ActRecord.Change keep(Lookup.Combined lookup) {
        if (lookup.answers.stream().noneMatch(OpenAnswers::open)) {
            return connection -> true;
        }
        byte[] sealed = bodies.seal(lookup.id, DataClass.DOSSIER, PART, write(lookup.answers));
        return connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into open_answers (dossier, answers) values (?, ?)")) {
                insert.setObject(1, lookup.id);
                insert.setBytes(2, sealed);
                return insert.executeUpdate() > 0;
            }
        };
    }

    /**
     * Whom an agency mixed up is told so again for the dossier that completes this one: its auditors see the same bytes
     * under its id.
     */
    static byte[] write(List<SourceAnswer> answers) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (SourceAnswer answer : answers) {
            ObjectNode row = rows.addObject()
                    .put("agency", answer.agency())
                    .put("verdict", answer.verdict().name())
                    .put(
                            "reason",
                            answer.reason() == null ? null : answer.reason().name())
                    .put("asOf", answer.asOf() == null ? null : answer.asOf().toString())
                    .put("elapsedMs", answer.elapsedMs())
                    .put("otherPerson", answer.otherPerson())
                    .put("fault", answer.fault());
            row.set("facts", answer.facts());
            answer.evidence()
                    .forEach(piece -> row.withArray("/evidence").add(piece.id().toString()));
            answer.unmappable()
                    .forEach(part -> row.withArray("/unmappable")
                            .addObject()
                            .put("fact", part.fact())
                            .put("path", part.path())
                            .put("rule", part.rule())
                            .put("cost", part.cost()));
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * All answers of a dossier, with their evidence; empty when none of its sources is open, or nobody may ask for them
     * any more.
     */
    List<SourceAnswer> find(UUID dossier) {
        List<SourceAnswer> answers = new ArrayList<>();
        jdbc.queryForList("select answers from open_answers where dossier = ?", byte[].class, dossier)
                .forEach(kept -> {
                    Map<UUID, Evidence> evidence = Stream.concat(
                                    record.evidence(dossier).stream(), record.refused(dossier).stream())
                            .map(KeptEvidence::evidence)
                            .collect(Collectors.toMap(Evidence::id, Function.identity()));
                    answers.addAll(read(bodies.open(dossier, DataClass.DOSSIER, PART, kept), evidence));
                });
        return answers;
    }

    /** What {@link #write} wrote, with its evidence by id. */
    static List<SourceAnswer> read(byte[] written, Map<UUID, Evidence> kept) {
        List<SourceAnswer> answers = new ArrayList<>();
        read(written).forEach(row -> answers.add(answer(row, kept)));
        return answers;
    }

    private static SourceAnswer answer(JsonNode row, Map<UUID, Evidence> kept) {
        List<Evidence> evidence = Json.list(row.path("evidence"), id -> kept.get(UUID.fromString(id.asText())));
        List<Unmappable> unmappable = Json.list(
                row.path("unmappable"),
                part -> new Unmappable(
                        part.path("fact").textValue(),
                        part.path("path").textValue(),
                        part.path("rule").textValue(),
                        part.path("cost").textValue()));
        return new SourceAnswer(
                row.path("agency").textValue(),
                Verdict.valueOf(row.path("verdict").asText()),
                row.hasNonNull("reason") ? Reason.valueOf(row.path("reason").asText()) : null,
                row.hasNonNull("asOf") ? Instant.parse(row.path("asOf").asText()) : null,
                row.path("elapsedMs").longValue(),
                (ObjectNode) row.get("facts"),
                evidence,
                unmappable,
                row.path("otherPerson").textValue(),
                row.path("fault").textValue());
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets the answers of dossiers made longer ago. */
    void forget(Duration kept) {
        jdbc.update(
                "delete from open_answers where kept_at < statement_timestamp() - ? * interval '1 millisecond'",
                kept.toMillis());
    }
}
