package az.dost.vahid.kit.consumer;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.Nearest;
import az.dost.vahid.kit.consumer.ReleasedContracts.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the contracts break for whoever wrote an example ({@code contracts/consumer-example.schema.json}). */
final class ExampleTrial {
    private static final String SENDS = "sends";
    private static final String READS = "reads";
    private static final String BODY = "body";
    private static final String HEADERS = "headers";
    private static final String SCHEMA = "schema";
    private static final String ALWAYS = "always";
    /**
     * Where OpenAPI has the parameters of each member of an example; in OpenAPI itself these three headers are none.
     */
    private static final Map<String, String> KINDS = Map.of("path", "path", "query", "query", HEADERS, "header");

    private static final Set<String> OF_HTTP = Set.of("accept", "authorization", "content-type");

    private final ReleasedContracts contracts;

    ExampleTrial(ReleasedContracts contracts) {
        this.contracts = contracts;
    }

    /** @param example without findings of its own */
    List<Breakage> of(Definition example) {
        JsonNode content = example.content();
        String name = content.path("operation").asText();
        Operation operation = contracts.operation(name);
        List<Wrong> found = new ArrayList<>();
        if (operation == null) {
            found.add(new Wrong(
                    BreakCode.OPERATION_GONE,
                    new Place(List.of("operation"), 1),
                    "no contract has the operation " + name,
                    Nearest.of(name, contracts.operations()),
                    1));
        } else if (operation.webhook()) {
            if (content.has(SENDS)) {
                found.add(Wrong.of(
                        BreakCode.EXAMPLE_INVALID,
                        Place.of(SENDS),
                        "a webhook is called by the gateway: take this out"));
            }
            readByWebhook(operation, content.path(READS), found);
        } else {
            if (content.has(SENDS)) {
                sent(operation, content.path(SENDS), found);
            }
            if (content.has(READS)) {
                read(operation, content.path(READS), found);
            }
        }
        return found.stream().map(one -> one.in(example)).toList();
    }

    private void sent(Operation operation, JsonNode sends, List<Wrong> found) {
        parameters(operation, sends, found);
        Part body = contracts.followed(operation.whole().child("requestBody"));
        if (!sends.has(BODY)) {
            if (body.node().path("required").asBoolean()) {
                found.add(Wrong.of(BreakCode.MEMBER_MISSING, Place.of(SENDS), "the contract wants a body"));
            }
            return;
        }
        Part schema = typed(body, sends.path("type"), Place.of(SENDS, "type"), found);
        if (schema != null) {
            found.addAll(SchemaTrial.sent(contracts).wrong(schema, sends.path(BODY), Place.of(SENDS, BODY)));
        }
    }

    /** The schema of a media type. Null where there is none, which is told. */
    private Part typed(Part described, JsonNode type, Place at, List<Wrong> found) {
        Part content = described.child("content");
        if (!content.node().has(type.asText())) {
            found.add(new Wrong(
                    BreakCode.MEDIA_TYPE_GONE,
                    at,
                    "the contract does not name the media type " + type.asText() + " here",
                    Nearest.of(type.asText(), names(content.node())),
                    1));
            return null;
        }
        return content.child(type.asText()).child(SCHEMA);
    }

    private static Set<String> names(JsonNode members) {
        Set<String> names = new TreeSet<>();
        members.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void parameters(Operation operation, JsonNode sends, List<Wrong> found) {
        Set<String> known = new HashSet<>();
        for (Part parameter : contracts.parameters(operation)) {
            String in = parameter.node().path("in").asText();
            String name = parameter.node().path("name").asText();
            known.add(key(in, name));
            KINDS.forEach((member, kind) -> {
                if (kind.equals(in)) {
                    parameter(parameter, name, member, sends, found);
                }
            });
        }
        KINDS.forEach((member, kind) -> sends.path(member).fieldNames().forEachRemaining(name -> {
            if (!known.contains(key(kind, name)) && !OF_HTTP.contains(name.toLowerCase(Locale.ROOT))) {
                found.add(Wrong.of(
                        BreakCode.PARAMETER_GONE,
                        Place.of(SENDS, member, name),
                        "the contract has no " + kind + " parameter " + name));
            }
        }));
    }

    private void parameter(Part parameter, String name, String member, JsonNode sends, List<Wrong> found) {
        String given = names(sends.path(member)).stream()
                .filter(one -> member.equals(HEADERS) ? one.equalsIgnoreCase(name) : one.equals(name))
                .findFirst()
                .orElse(null);
        if (given != null) {
            found.addAll(SchemaTrial.sent(contracts)
                    .wrong(parameter.child(SCHEMA), sends.path(member).path(given), Place.of(SENDS, member, given)));
        } else if (parameter.node().path("required").asBoolean()) {
            found.add(Wrong.of(
                    BreakCode.PARAMETER_MISSING, Place.of(SENDS, member), "the contract wants the parameter " + name));
        }
    }

    /** Names of headers are alike in any case. */
    private static String key(String in, String name) {
        return in + " " + (in.equals("header") ? name.toLowerCase(Locale.ROOT) : name);
    }

    private void read(Operation operation, JsonNode reads, List<Wrong> found) {
        Part responses = operation.whole().child("responses");
        String status = reads.path("status").asText();
        boolean named = responses.node().has(status);
        Part response = contracts.followed(responses.child(named ? status : "default"));
        if (!response.there()) {
            found.add(Wrong.of(
                    BreakCode.STATUS_GONE,
                    Place.of(READS, "status"),
                    "the contract does not name the status " + status));
            return;
        }
        Set<String> headers = names(response.node().path(HEADERS));
        headers(headers, reads, found);
        body(response, reads, found);
    }

    private void readByWebhook(Operation operation, JsonNode reads, List<Wrong> found) {
        Set<String> headers = new TreeSet<>();
        for (Part parameter : contracts.parameters(operation)) {
            headers.add(parameter.node().path("name").asText());
        }
        headers(headers, reads, found);
        body(contracts.followed(operation.whole().child("requestBody")), reads, found);
    }

    private static void headers(Set<String> named, JsonNode reads, List<Wrong> found) {
        for (int i = 0; i < reads.path(HEADERS).size(); i++) {
            String header = reads.path(HEADERS).path(i).asText();
            if (named.stream().noneMatch(header::equalsIgnoreCase)) {
                found.add(new Wrong(
                        BreakCode.HEADER_GONE,
                        Place.of(READS, HEADERS, i),
                        "the contract has no header " + header + " here",
                        Nearest.of(header, named),
                        1));
            }
        }
    }

    private void body(Part described, JsonNode reads, List<Wrong> found) {
        if (!reads.has(BODY)) {
            return;
        }
        Place body = Place.of(READS, BODY);
        Set<String> there = new TreeSet<>();
        members(reads.path(BODY), body, there);
        Set<String> always = new HashSet<>();
        for (int i = 0; i < reads.path(ALWAYS).size(); i++) {
            String member = reads.path(ALWAYS).path(i).asText();
            always.add(member);
            if (!there.contains(member)) {
                found.add(new Wrong(
                        BreakCode.EXAMPLE_INVALID,
                        Place.of(READS, ALWAYS, i),
                        "the body of this example has no member " + member,
                        Nearest.of(member, there),
                        1));
            }
        }
        Part schema = typed(described, reads.path("type"), Place.of(READS, "type"), found);
        if (schema != null) {
            found.addAll(SchemaTrial.read(contracts, always).wrong(schema, reads.path(BODY), body));
        }
    }

    private static void members(JsonNode value, Place at, Set<String> into) {
        value.properties().forEach(member -> {
            Place place = at.to(member.getKey());
            into.add(place.everywhere());
            members(member.getValue(), place, into);
        });
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            members(value.path(i), at.to(i), into);
        }
    }
}
