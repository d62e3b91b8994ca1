package az.dost.vahid.whole;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.Protocol;
import az.dost.vahid.mock.kit.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * The table {@code faults.yaml}: what each fault must do, by how the agency is asked and how its answers are proven.
 */
final class ExpectedVerdicts {
    private final JsonNode table;

    ExpectedVerdicts() {
        try (var in = new ClassPathResource("faults.yaml").getInputStream()) {
            table = new ObjectMapper(new YAMLFactory()).readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Verdict and reason of the row of an agency that is called; usually one. */
    List<String> of(Connector connector, Fault fault) {
        JsonNode chosen = chosen(connector, table.at("/called/" + fault));
        List<String> verdicts = new ArrayList<>();
        if (chosen.isTextual()) {
            verdicts.add(chosen.asText());
        }
        chosen.forEach(verdict -> verdicts.add(verdict.asText()));
        if (verdicts.isEmpty()) {
            throw new AssertionError("faults.yaml does not say what " + fault + " does to " + connector.protocol());
        }
        return verdicts;
    }

    /** Why the bad file of a file agency is refused; empty for a fault that makes none. */
    Optional<String> refusal(Connector connector, Fault fault) {
        if (connector.protocol() != Protocol.FILE) {
            throw new IllegalArgumentException(connector.id() + " leaves no files");
        }
        JsonNode chosen = chosen(connector, table.at("/files/" + fault));
        return chosen.isTextual() ? Optional.of(chosen.asText()) : Optional.empty();
    }

    private static JsonNode chosen(Connector connector, JsonNode entry) {
        if (!entry.isObject()) {
            return entry;
        }
        boolean severalCalls = connector.call() != null
                && (connector.call().paging() != null || connector.call().poll() != null);
        return Stream.of(
                        key(connector.proof().kind()),
                        key(connector.auth().kind()),
                        severalCalls ? "several-calls" : "other")
                .filter(entry::has)
                .findFirst()
                .map(entry::get)
                .orElse(entry.path("other"));
    }

    private static String key(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
