package az.dost.vahid.rights;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person, whom the event is about, a day and what the law says, as {@code src/rights/test/resources/rights/cases} has
 * them.
 *
 * @param name what lawyers call it
 */
public record RightCase(
        Right right, Words name, LocalDate day, JsonNode event, JsonNode facts, JsonNode about, JsonNode written) {
    static final Vocabulary VOCABULARY = Vocabulary.builtIn();
    static final List<Right> RIGHTS = RightsOption.read(null, null, VOCABULARY).strict();
    private static final Path CASES = Path.of("src/rights/test/resources/rights/cases");

    public static List<RightCase> all() {
        List<RightCase> all = new ArrayList<>();
        for (Right right : RIGHTS) {
            JsonNode file = file(right);
            for (JsonNode one : file.path("cases")) {
                all.add(new RightCase(
                        right,
                        new Words(
                                one.path("name").path("az").asText(),
                                one.path("name").path("en").asText()),
                        LocalDate.parse(one.path("on").asText("2026-12-01")),
                        one.has("event") ? one.path("event") : file.path("event"),
                        with(file.path("person"), one.path("with")),
                        file.has("about") ? with(file.path("about"), one.path("aboutWith")) : nothing(),
                        one));
            }
        }
        return all;
    }

    static JsonNode file(Right right) {
        return yaml(CASES.resolve(right.code() + ".yaml"));
    }

    private static JsonNode with(JsonNode facts, JsonNode others) {
        return MadeDossier.with(facts, others.isObject() ? others : nothing());
    }

    private static JsonNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    static JsonNode yaml(Path file) {
        try {
            return Json.yaml().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a list of texts. */
    public static Stream<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText);
    }

    MadeDossier dossier() {
        return spoilt(new MadeDossier(VOCABULARY, facts), "");
    }

    /** Of the event's person; null where the case is about nobody else, or nobody was asked about that person. */
    MadeDossier aboutDossier() {
        return about.isEmpty() || written.path("aboutNobody").booleanValue()
                ? null
                : spoilt(new MadeDossier(VOCABULARY, about), "about.");
    }

    private MadeDossier spoilt(MadeDossier dossier, String prefix) {
        spoilt(written.path("without"), prefix).forEach(dossier::without);
        spoilt(written.path("silent"), prefix).forEach(dossier::silent);
        spoilt(written.path("stale"), prefix).forEach(dossier::stale);
        spoilt(written.path("unmappable"), prefix).forEach(dossier::unmappable);
        JsonNode conflict = written.path(prefix.isEmpty() ? "conflict" : "aboutConflict");
        if (conflict.isArray()) {
            dossier.conflict(conflict.path(0).asText(), conflict.path(1).asText(), conflict.has(2));
        }
        return dossier;
    }

    /** Of a list what is about this person. */
    private static Stream<String> spoilt(JsonNode list, String prefix) {
        return texts(list)
                .filter(one -> one.startsWith("about.") == prefix.equals("about."))
                .map(one -> one.substring(prefix.length()));
    }

    Optional<Evaluation> evaluated(MadeDossier dossier) {
        return evaluated(dossier, aboutDossier());
    }

    /** @param other of the event's person; null for none */
    Optional<Evaluation> evaluated(MadeDossier dossier, MadeDossier other) {
        return Evaluation.of(
                right,
                new Known(
                        new DossierFacts(dossier.json(), VOCABULARY),
                        other == null ? null : new DossierFacts(other.json(), VOCABULARY),
                        event),
                day);
    }

    /** Of the right. */
    public String code() {
        return right.code();
    }

    /** The name of the right and of the case. */
    @Override
    public String toString() {
        return right.code() + ": " + name.en();
    }
}
