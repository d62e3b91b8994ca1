package az.dost.vahid.check;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.SqlText;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.Nearest;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The request file: well-formed, asking about a citizen, with placeholders that the gateway fills in. */
final class RequestCheck implements FolderCheck {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)}");
    private static final Set<String> KNOWN = Set.of("fin", "requestId", "sentAt", "page");
    private static final Set<String> IN_ENVELOPE = Set.of("fin", "requestId", "sentAt", "page", "official", "caseRef");
    private static final ObjectMapper JSON = Json.mapper();
    private final HeaderCheck header = new HeaderCheck();

    @Override
    public void check(CheckedFolder folder, Remarks remarks) {
        Connector connector = folder.connector();
        if (connector == null || connector.call() == null) {
            return;
        }
        header.check(folder, remarks);
        boolean outside = connector.call().finHeader() != null || addressed(connector, "fin");
        if (connector.call().request() == null && !outside) {
            remarks.error(folder.descriptor()
                    .at(
                            "nothing says about whom the agency is asked: name a request, a finHeader, or write {fin} in path or query",
                            "call"));
        }
        if (connector.call().request() == null) {
            bodyless(folder, connector, remarks);
        }
        if (!folder.has(filled(connector.call()))) {
            return;
        }
        String file = folder.name(filled(connector.call()));
        String text = folder.text(folder.path().resolve(filled(connector.call())));
        placeholders(text, file, connector.call().soap() ? IN_ENVELOPE : KNOWN, remarks);
        String said = text + header(folder, connector);
        if (!outside && !said.contains("{fin}")) {
            remarks.error(file, 1, 0, "the request does not say about whom: write {fin} where the FIN belongs");
        }
        if (connector.call().paging() != null && !text.contains("{page}") && !addressed(connector, "page")) {
            remarks.error(file, 1, 0, "the connector has paging, but the request no {page}");
        }
        if (connector.proof() != null
                && connector.proof().answerTo() == Connector.AnswerTo.REQUEST_ID
                && !said.contains("{requestId}")
                && !addressed(connector, "requestId")) {
            remarks.error(file, 1, 0, "answers are bound by request-id, but the request has no {requestId}");
        }
        form(connector, text, file, remarks);
    }

    /** X-Request-Id goes with every request: an agency may send that one back. */
    private static void bodyless(CheckedFolder folder, Connector connector, Remarks remarks) {
        if (connector.call().paging() != null && !addressed(connector, "page")) {
            remarks.error(folder.descriptor()
                    .at("the connector has paging, but neither path nor query has {page}", "call", "paging"));
        }
        if ("POST".equals(connector.call().method())) {
            remarks.warn(folder.descriptor().at("a POST without a request: is it a GET?", "call"));
        }
    }

    private static boolean addressed(Connector connector, String placeholder) {
        boolean header = connector.call().headers() != null
                && connector.call().headers().values().stream()
                        .anyMatch(value -> value.contains("{" + placeholder + "}"));
        return header
                || connector.call().address() != null
                        && connector.call().address().has(placeholder);
    }

    /** The file with the placeholders. */
    private static String filled(Connector.Call call) {
        return call.graphql() == null ? call.request() : call.graphql().variables();
    }

    private static String header(CheckedFolder folder, Connector connector) {
        String header = connector.call().header();
        return connector.call().soap() && folder.has(header)
                ? folder.text(folder.path().resolve(header))
                : "";
    }

    /** What is filled into the header of an envelope. */
    static Set<String> inHeader(Connector connector) {
        Set<String> known = new TreeSet<>(IN_ENVELOPE);
        if (connector.auth() != null && connector.auth().kind() == Connector.AuthKind.SOAP_HEADER) {
            known.addAll(Set.of("username", "secret"));
        }
        return known;
    }

    static void placeholders(String text, String file, Set<String> known, Remarks remarks) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            if (!known.contains(placeholder.group(1))) {
                TextPlace place = TextPlace.of(text, placeholder.start());
                String near = Nearest.of(placeholder.group(1), known);
                String filled = known == KNOWN
                        ? "{fin}, {requestId}, {sentAt} and {page}"
                        : known.stream().sorted().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
                remarks.error(new Finding(
                        file,
                        place.line(),
                        place.column(),
                        "the gateway fills in " + filled + ", not " + placeholder.group(),
                        near == null ? null : "{" + near + "}"));
            }
        }
    }

    private static void form(Connector connector, String text, String file, Remarks remarks) {
        if (connector.call().soap()) {
            XmlText.mistake(text, file).ifPresent(remarks::error);
            return;
        }
        if (connector.protocol() == Connector.Protocol.JDBC) {
            SqlText.of(text).mistake().ifPresent(mistake -> {
                TextPlace place = TextPlace.of(text, mistake.at());
                remarks.error(file, place.line(), place.column(), mistake.what());
            });
            return;
        }
        String type =
                connector.call().contentType() == null ? "" : connector.call().contentType();
        if (type.contains("xml")) {
            XmlText.mistake(text, file).ifPresent(remarks::error);
        } else if (type.contains("json")) {
            try {
                JSON.readTree(text);
            } catch (JsonProcessingException e) {
                remarks.error(
                        file,
                        e.getLocation().getLineNr(),
                        e.getLocation().getColumnNr(),
                        "is not JSON: "
                                + e.getOriginalMessage().lines().findFirst().orElse(""));
            }
        }
    }
}
