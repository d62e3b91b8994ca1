package az.dost.vahid.kit.draft;

import az.dost.vahid.check.api.Api;
import az.dost.vahid.check.api.ApiContent;
import az.dost.vahid.check.api.ApiException;
import az.dost.vahid.check.api.ApiOperation;
import az.dost.vahid.check.fact.Words;
import az.dost.vahid.check.form.ContractForms;
import az.dost.vahid.check.form.ContractVersion;
import az.dost.vahid.check.form.FilledRequest;
import az.dost.vahid.check.form.FormMisfit;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.json.Json;
import az.dost.vahid.kit.draft.field.DraftException;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Kind;
import az.dost.vahid.kit.draft.field.Leaf;
import az.dost.vahid.kit.draft.field.Value;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One operation of an API by OpenAPI 3 or Swagger 2.0: a question in a body, or in an address where the contract has no
 * body for it.
 */
final class OpenApiReader implements Contracts.Reader {
    /** How often other alternatives are tried, until all of a draft's documents are what the contract allows. */
    private static final int MOST_TRIED = 40;

    private static final ObjectMapper JSON = Json.mapper();
    private final Path file;
    private final OthersFiles files;
    private final Api api;
    private final Words words = new Words();
    private final Map<ApiOperation, Set<String>> variants = new HashMap<>();

    /** Which alternatives are taken, by their place in what is asked and in what is answered. */
    private record Taken(Map<String, Integer> asked, Map<String, Integer> answered) {
        static final Taken FIRST = new Taken(Map.of(), Map.of());
    }

    /** @param alternatives how many there are, at the same places */
    private record Drawn(AgencyContract contract, Taken alternatives) {}

    /** @param root the folder that has all that the file refers to; null for its own */
    OpenApiReader(Path file, Path root) {
        this.file = file.toAbsolutePath().normalize();
        this.files = root == null
                ? OthersFiles.beside(this.file)
                : new OthersFiles(root.toAbsolutePath().normalize());
        if (!this.file.startsWith(files.root())) {
            throw new DraftException(file + " does not lie in the root " + root);
        }
        try {
            api = Api.read(files, this.file);
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
        return drawn(operation, Taken.FIRST).contract();
    }

    /**
     * What the contract's alternatives let be wrong is tried by others; the documents with the least of it are taken.
     */
    @Override
    public AgencyContract draft(String operation) {
        Taken taken = new Taken(new HashMap<>(), new HashMap<>());
        Drawn drawn = drawn(operation, taken);
        AgencyContract best = drawn.contract();
        if (drawn.alternatives().asked().isEmpty()
                        && drawn.alternatives().answered().isEmpty()
                || !best.form().equals("json")) {
            return best;
        }
        int fewest = Integer.MAX_VALUE;
        for (int tried = 0; tried < MOST_TRIED; tried++) {
            Misfits misfits = misfits(drawn.contract());
            if (misfits.count() < fewest) {
                fewest = misfits.count();
                best = drawn.contract();
            }
            if (fewest == 0
                    || !next(
                                    misfits.asked(),
                                    taken.asked(),
                                    drawn.alternatives().asked())
                            && !next(
                                    misfits.answered(),
                                    taken.answered(),
                                    drawn.alternatives().answered())) {
                break;
            }
            drawn = drawn(operation, taken);
        }
        return best;
    }

    /** Takes the next alternative around the first place where there is one. Gives false where there is none. */
    private static boolean next(List<String> places, Map<String, Integer> taken, Map<String, Integer> alternatives) {
        for (String place : places) {
            for (String at = place; ; at = at.substring(0, at.lastIndexOf('/'))) {
                int next = taken.getOrDefault(at, 0) + 1;
                if (next < alternatives.getOrDefault(at, 0)) {
                    taken.put(at, next);
                    return true;
                }
                if (at.isEmpty()) {
                    break;
                }
            }
        }
        return false;
    }

    /** Places of what the contract does not allow, names behind slashes without marks of repetition. */
    private record Misfits(List<String> asked, List<String> answered) {
        int count() {
            return asked.size() + answered.size();
        }
    }

    private Misfits misfits(AgencyContract drawn) {
        ObjectNode descriptor = JSON.createObjectNode().put("protocol", drawn.protocol());
        descriptor.set("call", JSON.valueToTree(drawn.call()));
        try {
            ContractForms forms =
                    ContractVersion.of(files, file, descriptor, null, null).forms();
            String asked = drawn.call().containsKey("request") && forms.request() != null
                    ? FilledRequest.of(RequestText.of(drawn, words))
                    : null;
            return new Misfits(
                    asked == null ? List.of() : places(forms.request().misfits(asked)),
                    places(forms.misfits(ExampleDocument.json(Tree.of(drawn.reply(), true), true))));
        } catch (IllegalStateException e) {
            // connector check tells what keeps the contract from being held to.
            return new Misfits(List.of(), List.of());
        }
    }

    private static List<String> places(List<FormMisfit> misfits) {
        return misfits.stream()
                .filter(misfit -> misfit.at() != null
                        && (misfit.value() == null || !misfit.value().contains(FilledRequest.FIN)))
                .map(misfit -> misfit.at().toString().replaceAll("/[0-9]+(?=/|$)", ""))
                .toList();
    }

    private Drawn drawn(String operation, Taken taken) {
        String[] named = operation == null ? new String[] {""} : operation.split("#", 2);
        String variant = named.length < 2 ? null : named[1];
        try {
            ApiOperation chosen = named[0].isEmpty()
                    ? likely()
                    : wanted(named[0])
                            .orElseThrow(
                                    () -> new DraftException("The contract has no GET or POST " + named[0] + known()));
            return drawn(chosen, variant, named[0], taken);
        } catch (ApiException e) {
            throw new DraftException(e.getMessage(), e);
        }
    }

    /** Where a discriminator tells several questions apart, also each of them, behind a #. */
    @Override
    public List<String> operations() {
        return api.operations().stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(one.name()), variants(one).stream().map(variant -> one.name() + "#" + variant)))
                .distinct()
                .toList();
    }

    /** None where there is no choice. */
    private Set<String> variants(ApiOperation operation) {
        return variants.computeIfAbsent(operation, one -> {
            ApiSchemas asked = new ApiSchemas(api.files(), null, "readOnly");
            try {
                one.request()
                        .filter(content -> one.method().equals("POST"))
                        .ifPresent(content -> document(asked, content.schema(), true));
            } catch (ApiException | DraftException e) {
                // Whoever reads the operation is told.
                return Set.of();
            }
            return asked.variants().size() < 2 ? Set.of() : asked.variants();
        });
    }

    @Override
    public Optional<String> later(String operation) {
        return operation(operation).flatMap(ApiOperation::later);
    }

    @Override
    public boolean atOnce(String operation) {
        return operation(operation).filter(ApiOperation::atOnce).isPresent();
    }

    private Optional<ApiOperation> operation(String name) {
        try {
            return wanted(name.split("#", 2)[0]);
        } catch (ApiException e) {
            return Optional.empty();
        }
    }

    private String known() {
        return api.operations().isEmpty()
                ? ""
                : ", but "
                        + api.operations().stream()
                                .map(ApiOperation::name)
                                .distinct()
                                .collect(Collectors.joining(", "));
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
                .min(Comparator.comparing(one -> one.later().isPresent()));
        return body.or(() -> api.operations().stream()
                        .filter(one -> one.method().equals("GET") && likeness(one) > 0)
                        .max(Comparator.comparing(
                                        (ApiOperation one) -> one.later().isEmpty())
                                .thenComparingDouble(this::likeness)))
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
    @Override
    public List<String> called(String operation) {
        return wanted(operation.split("#", 2)[0])
                .map(one -> Stream.of(one.id(), one.summary())
                        .filter(text -> !text.isEmpty())
                        .toList())
                .orElse(List.of());
    }

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

    private Drawn drawn(ApiOperation operation, String variant, String wanted, Taken taken) {
        ApiSchemas replies = new ApiSchemas(api.files(), variant, "writeOnly", taken.answered());
        ApiSchemas requests = new ApiSchemas(api.files(), variant, "readOnly", taken.asked());
        Optional<ApiContent> body =
                operation.request().filter(content -> operation.method().equals("POST"));
        ApiContent reply = (operation.promises() ? promised(operation.path()) : operation.reply())
                .filter(content -> !content.schema().isMissingNode())
                .orElseThrow(() -> untold(operation));
        Field answer = document(replies, reply.schema(), false);
        JsonNode others = api.files().resolved(reply.schema()).path("additionalProperties");
        if (Leaf.of(answer).isEmpty() && !others.isObject() && !others.asBoolean()) {
            throw untold(operation);
        }
        Field asked = body.map(content -> question(document(requests, content.schema(), true)))
                .orElse(null);
        Taken alternatives = new Taken(Map.copyOf(requests.alternatives()), replies.alternatives());
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
        String filled = !path.equals(operation.path()) && operation.fits(path) ? path : null;
        address.write(call, filled);
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
        AgencyContract contract = new AgencyContract(
                "rest",
                call,
                reply.xml() ? "xml" : "json",
                asked == null ? address.question() : asked,
                answer,
                api.files().copies(name),
                notes(operation),
                List.of(),
                address.constants().stream()
                        // Who names a path says what stands in it.
                        .filter(constant -> filled == null || !constant.place().startsWith("call/path/"))
                        .toList());
        return new Drawn(contract, alternatives);
    }

    private static DraftException untold(ApiOperation operation) {
        return new DraftException("The contract does not say what the answer of " + operation.name()
                + " holds: take a sample of one instead");
    }

    /** @param asked whether it asks, and so is about one person */
    private static Field document(ApiSchemas schemas, JsonNode schema, boolean asked) {
        return schemas.field(schemas.rootName(schema), schema, true).asDocument(asked);
    }

    private List<String> notes(ApiOperation operation) {
        List<String> notes = new ArrayList<>(servers());
        if (operation.parameters().stream()
                .anyMatch(one -> one.in().equals("header")
                        && one.name().toLowerCase(Locale.ROOT).startsWith("x-road-"))) {
            notes.add(
                    "the contract wants X-Road's headers: write protocol: x-road, and say in call.xRoad who asks and whose service it is; the gateway then sends them, to its own security server");
        }
        operation
                .later()
                .filter(why -> !operation.promises())
                .ifPresent(why ->
                        notes.add("what comes back may not be the answer: " + why + "; a gateway is not called back"));
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
