package az.dost.vahid.kit.draft;

import az.dost.vahid.check.api.Api;
import az.dost.vahid.check.api.ApiContent;
import az.dost.vahid.check.api.ApiException;
import az.dost.vahid.check.api.ApiOperation;
import az.dost.vahid.check.fact.Words;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.kit.draft.field.DraftException;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Kind;
import az.dost.vahid.kit.draft.field.Leaf;
import az.dost.vahid.kit.draft.field.Value;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One operation of an API by OpenAPI 3 or Swagger 2.0: a question in a body, or in an address where the contract has no
 * body for it.
 */
final class OpenApiReader implements Contracts.Reader {
    private final Path file;
    private final Api api;
    private final Words words = new Words();

    OpenApiReader(Path file) {
        this.file = file;
        try {
            api = Api.read(OthersFiles.beside(file), file);
        } catch (ApiException e) {
            throw new DraftException(e.getMessage(), e);
        }
    }

    /**
     * @param operation operationId, path, or method and path; null for the first that takes the question in its body,
     *     or else for the one whose address seems to name a person. Behind a # the value of a discriminator, where one
     *     tells several forms of the question apart
     */
    @Override
    public AgencyContract read(String operation) {
        String[] named = operation == null ? new String[] {""} : operation.split("#", 2);
        String variant = named.length < 2 ? null : named[1];
        try {
            ApiOperation chosen = named[0].isEmpty()
                    ? likely()
                    : wanted(named[0])
                            .orElseThrow(
                                    () -> new DraftException("The contract has no GET or POST " + named[0] + known()));
            return contract(chosen, variant, named[0]);
        } catch (ApiException e) {
            throw new DraftException(e.getMessage(), e);
        }
    }

    @Override
    public List<String> operations() {
        return api.operations().stream().map(ApiOperation::name).distinct().toList();
    }

    private String known() {
        return api.operations().isEmpty() ? "" : ", but " + String.join(", ", operations());
    }

    /**
     * A token endpoint is no question about a citizen, and a body is the place for one; what is posted to an address
     * with parameters is made there.
     */
    private ApiOperation likely() {
        Optional<ApiOperation> body = api.operations().stream()
                .filter(one -> one.method().equals("POST")
                        && !one.path().contains("{")
                        && one.request().isPresent()
                        && !one.path().matches("(?i).*/(oauth2?/)?tokens?"))
                .findFirst();
        return body.or(() -> api.operations().stream()
                        .filter(one -> one.method().equals("GET") && likeness(one) > 0)
                        .max(Comparator.comparingDouble(this::likeness)))
                .orElseThrow(() -> new DraftException(
                        "The contract has no question about a person: no POST with a body, and no GET with a parameter"
                                + known()));
    }

    /** How much a parameter is called like a person's number; hardly at all is more than none. */
    private double likeness(ApiOperation operation) {
        return operation.parameters().stream()
                .filter(one -> !one.ownHeader())
                .mapToDouble(
                        one -> words.subject(one.name()).score() + (one.in().equals("path") ? 0.02 : 0.01))
                .max()
                .orElse(0);
    }

    /** By name; of several methods at one path the one with a body. */
    private Optional<ApiOperation> wanted(String name) {
        List<Predicate<ApiOperation>> ways = List.of(
                one -> one.id().equals(name),
                one -> (one.method() + " " + one.path()).equalsIgnoreCase(name),
                one -> one.path().equals(name),
                one -> one.fits(method(name, one)));
        for (Predicate<ApiOperation> way : ways) {
            Optional<ApiOperation> found = api.operations().stream()
                    .filter(way)
                    .max(Comparator.comparing(one -> one.request().isPresent()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The path without the operation's own method before it. */
    private static String method(String name, ApiOperation operation) {
        String method = operation.method() + " ";
        return name.toUpperCase(Locale.ROOT).startsWith(method) ? name.substring(method.length()) : name;
    }

    private AgencyContract contract(ApiOperation operation, String variant, String wanted) {
        ApiSchemas replies = new ApiSchemas(api.files(), variant, "writeOnly");
        ApiSchemas requests = new ApiSchemas(api.files(), variant, "readOnly");
        Optional<ApiContent> body =
                operation.request().filter(content -> operation.method().equals("POST"));
        ApiContent reply = (operation.promises() ? promised(operation.path()) : operation.reply())
                .filter(content -> !content.schema().isMissingNode())
                .orElseThrow(() -> untold(operation));
        Field answer = document(replies, reply.schema());
        JsonNode others = api.files().resolved(reply.schema()).path("additionalProperties");
        if (Leaf.of(answer).isEmpty() && !others.isObject() && !others.asBoolean()) {
            throw untold(operation);
        }
        Field asked = body.map(content -> question(document(requests, content.schema())))
                .orElse(null);
        boolean inBody = asked != null
                && Leaf.of(asked).stream()
                        .anyMatch(leaf -> words.subject(leaf.name()).score() >= Roles.ALIKE);
        AddressDraft address = new AddressDraft(
                operation,
                requests,
                words,
                asked == null || !inBody && operation.path().contains("{"));
        Map<String, Object> call = new LinkedHashMap<>();
        body.ifPresent(content -> call.put(
                "request",
                content.xml()
                        ? "request.xml"
                        : content.mediaType().contains("json") ? "request.json" : "request.form"));
        if (asked == null && operation.method().equals("GET")) {
            call.put("method", "GET");
        }
        String path = method(wanted, operation);
        address.write(call, !path.equals(operation.path()) && operation.fits(path) ? path : null);
        body.ifPresent(content -> call.put("contentType", content.mediaType()));
        call.put("accept", reply.accepted());
        if (reply.xml()) {
            call.put("reply", "xml");
        }
        if (operation.promises()) {
            call.put("poll", Map.of("status", 202));
        }
        String name = "contract."
                + (file.toString().toLowerCase(Locale.ROOT).endsWith(".json") ? "openapi.json" : "openapi.yaml");
        return new AgencyContract(
                "rest",
                call,
                reply.xml() ? "xml" : "json",
                asked == null ? address.question() : asked,
                answer,
                api.files().copies(name),
                notes(operation));
    }

    private static DraftException untold(ApiOperation operation) {
        return new DraftException("The contract does not say what the answer of " + operation.name()
                + " holds: take a sample of one instead");
    }

    private static Field document(ApiSchemas schemas, JsonNode schema) {
        return schemas.field(schemas.rootName(schema), schema, true);
    }

    private List<String> notes(ApiOperation operation) {
        List<String> notes = new ArrayList<>(servers());
        if (operation.parameters().stream()
                .anyMatch(one -> one.in().equals("header")
                        && one.name().toLowerCase(Locale.ROOT).startsWith("x-road-"))) {
            notes.add(
                    "the contract wants X-Road's headers: write protocol: x-road, and say in call.xRoad who asks and whose service it is; the gateway then sends them, to its own security server");
        }
        if (operation.misses()) {
            notes.add(
                    "the contract has status 404: where it means that there is no such person, write call.okStatus: [200, 404], and a sample of it");
        }
        return notes;
    }

    /** What a person reads of the addresses; anything else that a contract may write there is left out. */
    private List<String> servers() {
        List<String> addresses = new ArrayList<>(api.servers());
        addresses.removeIf(address -> !address.matches("[A-Za-z0-9._~:/?\\[\\]@!$&'()*+,;=%-]{1,300}"));
        return addresses.isEmpty()
                ? List.of()
                : List.of("The contract's addresses, below which the path is: "
                        + String.join(", ", addresses.subList(0, Math.min(5, addresses.size()))));
    }

    /** An answer that is promised (202) is fetched by a GET below the same path. */
    private Optional<ApiContent> promised(String path) {
        return api.operations().stream()
                .filter(one -> one.method().equals("GET") && one.path().startsWith(path + "/"))
                .findFirst()
                .flatMap(ApiOperation::reply);
    }

    /** A contract may leave its request to another file: then there is at least somebody to ask about. */
    private static Field question(Field request) {
        return request.kind() != Kind.GROUP || !request.children().isEmpty()
                ? request
                : request.with(List.of(Field.leaf("fin", request.namespace(), false, true, Value.text("5AB1CD2"))));
    }
}
