package az.dost.vahid.check.form;

import az.dost.vahid.check.api.Api;
import az.dost.vahid.check.api.ApiException;
import az.dost.vahid.check.form.FormOperation.FormMessage;
import az.dost.vahid.check.form.FormOperation.FormPart;
import az.dost.vahid.connector.GraphqlText;
import az.dost.vahid.drop.row.Layout;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.signature.xml.XmlRoot;
import com.fasterxml.jackson.databind.JsonNode;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;

/** Reads what a version of a contract says of one connector's call and replies. */
final class VersionReader {
    private final ContractVersion version;
    private final JsonNode descriptor;
    private final JsonNode call;

    VersionReader(ContractVersion version, JsonNode descriptor) {
        this.version = version;
        this.descriptor = descriptor;
        this.call = descriptor.path("call");
    }

    void soap(OthersFiles folder, Path wsdl, String request) {
        try {
            HeldSchemas schemas = new HeldSchemas(folder, wsdl);
            Optional<FormOperation> found = SoapForms.operation(FormOperations.of(folder, wsdl), call, request);
            if (found.isEmpty()) {
                version.missing("it has no operation with the SOAP action or the request of the connector");
                return;
            }
            FormOperation operation = found.get();
            version.trait("the SOAP action", operation.action());
            version.trait("the SOAP version", operation.version());
            version.trait("the style", operation.rpc() ? "rpc" : "document");
            version.trait("the path of the address", operation.path());
            if (request == null) {
                version.trait("the request's element", shown(operation.question()));
            }
            version.trait("the reply's element", shown(operation.answer()));
            if (operation.answer() != null) {
                leaves(schemas, operation.answer());
            }
        } catch (UncheckedIOException e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) {
            // What no contract should have makes the libraries throw anything.
            throw unreadable(wsdl, e);
        }
    }

    private void leaves(HeldSchemas schemas, FormMessage answer) {
        XsdLeaves leaves = new XsdLeaves(schemas.documents());
        if (answer.parts().isEmpty() && answer.element() != null) {
            leaves.element(answer.element());
        }
        for (FormPart part : answer.parts()) {
            if (part.type() != null) {
                leaves.part(part.name(), part.type());
            } else if (part.element() != null) {
                leaves.part(part.element());
            }
        }
        if (call.has("okFaults")) {
            Set<String> faults = new LinkedHashSet<>();
            call.path("okFaults").forEach(name -> faults.add(name.asText()));
            leaves.faults(faults);
        }
        version.leaves(leaves.all());
    }

    void xml(OthersFiles folder, Path xsd, String reply) {
        try {
            HeldSchemas schemas = new HeldSchemas(folder, xsd);
            String row = descriptor.has("drop")
                    ? descriptor.at("/drop/row").asText()
                    : reply == null
                            ? ""
                            : XmlRoot.of(reply)
                                    .map(root -> root.name().getLocalPart())
                                    .orElse("");
            Optional<String> namespace = schemas.makeGlobal(row);
            if (namespace.isEmpty()) {
                version.missing("it has no element " + row);
                return;
            }
            version.trait("the namespace of " + row, namespace.get());
            version.leaves(new XsdLeaves(schemas.documents()).element(new QName(namespace.get(), row)));
        } catch (UncheckedIOException e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) {
            throw unreadable(xsd, e);
        }
    }

    void json(OthersFiles folder, Path file) {
        String text = ContractText.of(folder, file);
        Optional<ApiContract> api = ApiContract.read(folder, file);
        if (api.isPresent()) {
            whole(folder, file);
            api(api.get());
            return;
        }
        ApiContract.tree(text)
                .ifPresentOrElse(schema -> version.leaves(JsonLeaves.of(schema, node -> local(schema, node))), () -> {
                    throw new IllegalStateException(file.getFileName() + " is neither YAML nor JSON");
                });
    }

    /** A part that is not there would look like one that says nothing. */
    private static void whole(OthersFiles folder, Path file) {
        try {
            Api.read(folder, file);
        } catch (ApiException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static JsonNode local(JsonNode root, JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.startsWith("#/") && reference.matches("#(/[^/%]+)+") ? root.at(reference.substring(1)) : node;
    }

    private void api(ApiContract api) {
        String method = call.path("method").asText("POST");
        Optional<String> path = api.path(call.path("path").asText());
        JsonNode operation = path.map(one -> api.operation(one, method)).orElse(null);
        if (operation == null || operation.isMissingNode()) {
            version.missing(
                    path.isEmpty()
                            ? "it has no path " + call.path("path").asText()
                            : "it has no " + method + " at " + path.get());
            return;
        }
        if (call.has("request")) {
            takes(
                    "the request's media type",
                    ApiCall.sent(api, operation),
                    call.path("contentType").asText("application/json"));
        }
        takes(
                "the reply's media type",
                ApiCall.given(api, call, path.get(), operation),
                call.path("accept").asText("application/json"));
        for (int status : ApiForms.statuses(call)) {
            boolean described = ApiForms.replies(api, call, path.get(), operation).stream()
                            .anyMatch(reply -> !reply.isMissingNode())
                    && (!api.response(operation, status).isMissingNode() || call.has("poll"));
            version.trait("the reply " + status, described ? "described" : "not described");
        }
        Set<String> known = new TreeSet<>();
        for (JsonNode parameter : api.parameters(path.get(), operation)) {
            known.add(
                    called(parameter.path("in").asText(), parameter.path("name").asText()));
            new ApiParameters(api, call)
                    .misfits(path.get(), parameter).stream()
                            .filter(CallMisfit::certain)
                            .forEach(misfit -> version.refused(misfit.message()));
            String in = parameter.path("in").asText();
            if (ApiCall.wanted(parameter) && !ApiCall.sends(descriptor, parameter)) {
                version.wanted("the " + in + (in.equals("query") ? " parameter " : " ")
                        + parameter.path("name").asText());
            }
        }
        sent().forEach(name -> version.trait(name, known.contains(name) ? "described" : "not described"));
        if (call.has("request")) {
            asked(api, path.get(), operation);
        }
        if (!call.has("request")
                && api.resolved(operation.path("requestBody")).path("required").asBoolean()) {
            version.wanted("a body");
        }
        version.ways(ApiCall.ways(api, operation));
        for (JsonNode reply : ApiForms.replies(api, call, path.get(), operation)) {
            JsonNode schema = api.swagger()
                    ? reply.path("schema")
                    : api.content(reply, call.path("accept").asText(null))
                            .map(content -> content.getValue().path("schema"))
                            .orElse(null);
            if (schema != null && schema.isObject()) {
                version.leaves(JsonLeaves.of(schema, api::resolved));
            }
        }
    }

    private void asked(ApiContract api, String path, JsonNode operation) {
        if (!api.swagger()) {
            api.content(
                            api.resolved(operation.path("requestBody")),
                            call.path("contentType").asText(null))
                    .filter(content -> !content.getKey().contains("xml"))
                    .ifPresent(content -> asked(api, content.getValue().path("schema")));
            return;
        }
        for (JsonNode parameter : api.parameters(path, operation)) {
            String in = parameter.path("in").asText();
            if (in.equals("body")) {
                asked(api, parameter.path("schema"));
            } else if (in.equals("formData")) {
                LeafList field = new LeafList();
                field.add("/" + parameter.path("name").asText(), new ContractLeaf("text", "", 0, false, 0, List.of()));
                version.asked(field);
            }
        }
    }

    private void asked(ApiContract api, JsonNode schema) {
        if (schema.isObject()) {
            version.asked(JsonLeaves.of(schema, api::resolved));
        }
    }

    /** What each call has in its address and headers, beside its way. */
    private Set<String> sent() {
        Set<String> sent = new LinkedHashSet<>();
        call.path("query").fieldNames().forEachRemaining(name -> sent.add(called("query", name)));
        call.path("headers").fieldNames().forEachRemaining(name -> sent.add(called("header", name)));
        if (call.has("finHeader")) {
            sent.add(called("header", call.path("finHeader").asText()));
        }
        return sent;
    }

    private static String called(String in, String name) {
        return "the " + (in.equals("query") ? "query parameter " : in + " ")
                + (in.equals("header") ? name.toLowerCase(Locale.ROOT) : name);
    }

    void graphql(OthersFiles folder, Path file, String query) {
        GraphQLSchema schema = GraphqlForms.schema(folder, file)
                .orElseThrow(() -> new IllegalStateException(file.getFileName() + " is no GraphQL schema"));
        Document document = query == null ? null : GraphqlText.of(query).document();
        if (document != null) {
            version.leaves(new GraphqlShape(schema, document).leaves());
        }
    }

    private void takes(String what, Set<String> types, String type) {
        version.trait(what, ApiCall.takes(types, type) ? type : String.join(", ", types));
    }

    void layout(OthersFiles folder, Path file) {
        Layout layout;
        try {
            layout = Layout.read(ContractText.of(folder, file));
        } catch (IllegalStateException e) {
            throw unreadable(file, e);
        }
        if (layout == null || layout.record() == null) {
            throw new IllegalStateException(file.getFileName() + " is no layout");
        }
        version.trait(
                "the length of a line",
                layout.recordLength() == null ? "any" : layout.recordLength().toString());
        version.trait("the marker of a row", marker(layout.record()));
        for (Map.Entry<String, Layout.Line> line : lines(layout).entrySet()) {
            version.trait("the marker of the " + line.getKey(), marker(line.getValue()));
        }
        for (Layout.Field field : layout.record().fields()) {
            LeafList leaf = new LeafList();
            leaf.add("/" + field.name(), new ContractLeaf("text", place(field), 0, false, 0, List.of()));
            version.leaves(leaf);
        }
        lines(layout).forEach((kind, line) -> {
            for (Layout.Field field : line == null ? List.<Layout.Field>of() : line.fields()) {
                version.trait("the place of " + field.name() + " in the " + kind, place(field));
            }
        });
    }

    private static String place(Layout.Field field) {
        return "characters " + field.from() + " to " + (field.from() + field.length() - 1);
    }

    private static Map<String, Layout.Line> lines(Layout layout) {
        Map<String, Layout.Line> lines = new LinkedHashMap<>();
        lines.put("header", layout.header());
        lines.put("trailer", layout.trailer());
        return lines;
    }

    private static String marker(Layout.Line line) {
        return line == null || line.marker() == null ? "none" : line.marker();
    }

    private static String shown(FormMessage message) {
        return message == null || message.element() == null ? "none" : XmlForm.shown(message.element());
    }

    private static IllegalStateException unreadable(Path file, Exception e) {
        return new IllegalStateException(
                file.getFileName() + " cannot be read: "
                        + (e.getMessage() == null
                                ? e.getClass().getSimpleName()
                                : e.getMessage().lines().findFirst().orElse("")),
                e);
    }
}
