package az.dost.vahid.spdci;

import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a record of the standard out of a dossier. That there is none is said only where each register that could have
 * one has spoken.
 */
final class Records {
    private final Catalogue connectors;

    Records(Catalogue connectors) {
        this.connectors = connectors;
    }

    /** @param dossier as it was signed */
    Outcome of(byte[] dossier, Search search) {
        return of(read(dossier), search);
    }

    Outcome of(JsonNode content, Search search) {
        JsonNode facts = content.path("facts");
        Set<String> unknown = unknown(content.path("sources"));
        List<String> open = search.asked().stream()
                .filter(fact -> !facts.has(fact) && unknown.contains(fact))
                .toList();
        String key = search.form().key();
        if (open.contains(key)) {
            return new Outcome(
                    Outcome.State.UNKNOWN,
                    null,
                    "A register has not answered, or not so that it can be believed, so nothing is known of "
                            + String.join(", ", open) + ". That is no answer about the person: ask again.",
                    null);
        }
        if (!facts.has(key)) {
            return new Outcome(
                    Outcome.State.NO_RECORD, null, "The registers say that there is no record of the person.", null);
        }
        List<String> doubtful =
                search.asked().stream().filter(unknown::contains).toList();
        return new Outcome(Outcome.State.FOUND, null, notes(facts, doubtful), record(content, search, open));
    }

    private static JsonNode read(byte[] dossier) {
        try {
            return Json.mapper().readTree(dossier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Facts of which a register has not spoken, or not so that it can be believed. */
    private Set<String> unknown(JsonNode sources) {
        Set<String> unknown = new HashSet<>();
        for (JsonNode source : sources) {
            String agency = source.path("agency").textValue();
            if (!Verdict.valueOf(source.path("verdict").textValue()).spoke() && connectors.has(agency)) {
                unknown.addAll(connectors.folder(agency).connector().facts());
            }
            source.path("unmappable")
                    .forEach(one -> unknown.add(one.path("fact").textValue()));
        }
        return unknown;
    }

    private static String notes(JsonNode facts, List<String> doubtful) {
        List<String> notes = new ArrayList<>();
        if (!doubtful.isEmpty()) {
            notes.add("Not known, or not in full, since a register has not answered: " + String.join(", ", doubtful)
                    + ".");
        }
        List<String> stale = new ArrayList<>();
        facts.properties().forEach(fact -> {
            if (fact.getValue().at("/provenance/stale").asBoolean()) {
                stale.add(fact.getKey());
            }
        });
        if (!stale.isEmpty()) {
            notes.add("Older than it should be, and still permitted: " + String.join(", ", stale) + ".");
        }
        return notes.isEmpty() ? null : String.join(" ", notes);
    }

    private static JsonNode record(JsonNode dossier, Search search, List<String> open) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        input.set("fin", dossier.at("/subject/fin"));
        ObjectNode facts = input.putObject("facts");
        ObjectNode absent = input.putObject("absent");
        for (String fact : search.asked()) {
            JsonNode value = dossier.path("facts").path(fact).path("value");
            if (!value.isMissingNode()) {
                facts.set(fact, value);
            } else if (!open.contains(fact)) {
                absent.put(fact, true);
            }
        }
        return search.form().map().apply(input);
    }
}
