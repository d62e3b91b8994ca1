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

/** A person, a day and what the law says, as {@code src/rights/test/resources/rights/cases} has them. */
record RightCase(Right right, String name, LocalDate day, JsonNode event, JsonNode facts, JsonNode written) {
    static final Vocabulary VOCABULARY = Vocabulary.builtIn();
    static final List<Right> RIGHTS = RightsOption.read(null, null, VOCABULARY).strict();
    private static final Path CASES = Path.of("src/rights/test/resources/rights/cases");

    static List<RightCase> all() {
        List<RightCase> all = new ArrayList<>();
        for (Right right : RIGHTS) {
            JsonNode file = yaml(CASES.resolve(right.code() + ".yaml"));
            for (JsonNode one : file.path("cases")) {
                all.add(new RightCase(
                        right,
                        one.path("name").asText(),
                        LocalDate.parse(one.path("on").asText("2026-12-01")),
                        one.has("event") ? one.path("event") : file.path("event"),
                        MadeDossier.with(
                                file.path("person"), one.path("with").isObject() ? one.path("with") : nothing()),
                        one));
            }
        }
        return all;
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

    static Stream<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText);
    }

    MadeDossier dossier() {
        MadeDossier dossier = new MadeDossier(VOCABULARY, facts);
        texts(written.path("without")).forEach(dossier::without);
        texts(written.path("stale")).forEach(dossier::stale);
        texts(written.path("unmappable")).forEach(dossier::unmappable);
        JsonNode conflict = written.path("conflict");
        if (conflict.isArray()) {
            dossier.conflict(conflict.path(0).asText(), conflict.path(1).asText(), conflict.has(2));
        }
        return dossier;
    }

    Optional<Evaluation> evaluated(MadeDossier dossier) {
        return Evaluation.of(right, new DossierFacts(dossier.json(), VOCABULARY), event, day);
    }

    /** The name of the right and of the case. */
    @Override
    public String toString() {
        return right.code() + ": " + name;
    }
}
