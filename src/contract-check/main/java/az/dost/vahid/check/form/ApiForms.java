package az.dost.vahid.check.form;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Request and replies of one operation of an OpenAPI or Swagger file. */
final class ApiForms {
    private final ApiContract api;
    private final JsonNode call;
    private final ContractForms forms;

    private ApiForms(ApiContract api, JsonNode call, ContractForms forms) {
        this.api = api;
        this.call = call;
        this.forms = forms;
    }

    /** @param call of the descriptor */
    static void into(ContractForms forms, ApiContract api, JsonNode call) {
        ApiForms found = new ApiForms(api, call, forms);
        api.path(call.path("path").asText()).ifPresent(found::of);
    }

    /** Statuses whose replies are mapped. */
    static List<Integer> statuses(JsonNode call) {
        List<Integer> statuses = Json.list(call.path("okStatus"), status -> status.asInt());
        return statuses.isEmpty() ? List.of(200) : statuses;
    }

    private void of(String path) {
        JsonNode operation = api.operation(path, call.path("method").asText("POST"));
        request(path, operation);
        // A reply with a status that the contract does not describe could be any.
        boolean all = call.has("poll")
                || statuses(call).stream()
                        .noneMatch(status -> api.response(operation, status).isMissingNode());
        for (JsonNode reply : replies(api, call, path, operation)) {
            reply(reply, all);
        }
    }

    /** Replies that are mapped, each once; of an answer that is promised, those of the call that fetches it. */
    static List<JsonNode> replies(ApiContract api, JsonNode call, String path, JsonNode operation) {
        List<JsonNode> answering = new ArrayList<>(List.of(operation));
        if (call.has("poll")) {
            api.api().path("paths").fieldNames().forEachRemaining(other -> {
                if (other.startsWith(path + "/") && !api.operation(other, "GET").isMissingNode()) {
                    answering.add(api.operation(other, "GET"));
                }
            });
        }
        return answering.stream()
                .flatMap(one -> statuses(call).stream().map(status -> api.response(one, status)))
                .filter(reply -> !reply.isMissingNode())
                .distinct()
                .toList();
    }

    private void request(String path, JsonNode operation) {
        if (api.swagger()) {
            ObjectNode fields = fields(path, operation);
            for (JsonNode parameter : api.parameters(path, operation)) {
                if (parameter.path("in").asText().equals("body")) {
                    document(parameter.path("schema"), "readOnly").ifPresent(forms::request);
                }
            }
            if (!fields.path("properties").isEmpty()) {
                plain(fields, "readOnly", true).map(FormFields::new).ifPresent(forms::request);
            }
            return;
        }
        Optional<Map.Entry<String, JsonNode>> content =
                api.content(api.resolved(operation.path("requestBody")), text("contentType"));
        if (content.isPresent() && content.get().getKey().contains("json")) {
            document(content.get().getValue().path("schema"), "readOnly").ifPresent(forms::request);
        } else if (content.isPresent() && content.get().getKey().contains("form-urlencoded")) {
            plain(content.get().getValue().path("schema"), "readOnly", true)
                    .map(FormFields::new)
                    .ifPresent(forms::request);
        }
    }

    /** Form fields of Swagger are parameters, each with the words of a schema. */
    private ObjectNode fields(String path, JsonNode operation) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (JsonNode parameter : api.parameters(path, operation)) {
            if (parameter.path("in").asText().equals("formData") && parameter instanceof ObjectNode field) {
                properties.set(
                        field.path("name").asText(),
                        field.deepCopy().without(List.of("in", "name", "required", "description", "collectionFormat")));
                if (field.path("required").asBoolean()) {
                    required.add(field.path("name").asText());
                }
            }
        }
        return schema;
    }

    private void reply(JsonNode reply, boolean certain) {
        Optional<HeldForm> form = api.swagger()
                ? document(reply.path("schema"), "writeOnly")
                : api.content(reply, text("accept"))
                        .filter(content -> content.getKey().contains("json")
                                || content.getKey().contains("*"))
                        .flatMap(content -> document(content.getValue().path("schema"), "writeOnly"));
        form.ifPresent(found -> forms.reply(
                certain
                        ? found
                        : document -> found.misfits(document).stream()
                                .map(FormMisfit::doubted)
                                .toList()));
    }

    private Optional<HeldForm> document(JsonNode schema, String hidden) {
        Map<String, JsonNode> alternatives = api.discriminated(schema);
        if (alternatives.isEmpty()) {
            return plain(schema, hidden, false).map(HeldForm.class::cast);
        }
        Map<String, JsonForm> meant = new LinkedHashMap<>();
        alternatives.forEach((value, one) -> plain(one, hidden, false).ifPresent(form -> meant.put(value, form)));
        return Optional.of(new DiscriminatedForm(
                api.resolved(schema).path("discriminator").path("propertyName").asText(), meant));
    }

    private Optional<JsonForm> plain(JsonNode schema, String hidden, boolean loose) {
        return api.schema(schema, hidden, loose, message -> forms.trouble(0, message))
                .map(read -> new JsonForm(read, message -> forms.trouble(0, message)));
    }

    private String text(String member) {
        return call.path(member).isTextual() ? call.path(member).asText() : null;
    }

    /**
     * A document that says itself by one of its members which of several schemas it is of (OpenAPI 3, discriminator
     * object).
     */
    private record DiscriminatedForm(String member, Map<String, JsonForm> forms) implements HeldForm {
        private static final ObjectMapper JSON = Json.mapper();

        @Override
        public List<FormMisfit> misfits(String document) {
            JsonNode said;
            try {
                said = JSON.readTree(document).path(member);
            } catch (JsonProcessingException e) {
                return List.of();
            }
            JsonForm meant = forms.get(said.asText());
            return meant != null
                    ? meant.misfits(document)
                    : List.of(new FormMisfit(
                            JsonPointer.empty().appendProperty(member),
                            said.isMissingNode() ? null : said.asText(),
                            "/" + member + ": " + (said.isMissingNode() ? "is not there" : said + " is none") + " of "
                                    + String.join(", ", forms.keySet())));
        }
    }

    /**
     * A request in the form of a web page (application/x-www-form-urlencoded), whose fields a JSON Schema describes.
     */
    private record FormFields(JsonForm fields) implements HeldForm {
        @Override
        public List<FormMisfit> misfits(String document) {
            ObjectNode read = JsonNodeFactory.instance.objectNode();
            for (String field : document.strip().split("&")) {
                String[] parts = field.split("=", 2);
                read.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
            }
            return fields.misfits(read).stream()
                    .map(misfit -> new FormMisfit(1, 1, null, misfit.value(), misfit.doubtful(), misfit.message()))
                    .toList();
        }

        private static String decoded(String text) {
            try {
                return URLDecoder.decode(text, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return text;
            }
        }
    }
}
