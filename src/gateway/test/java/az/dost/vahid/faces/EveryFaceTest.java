package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.Protocol;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.signature.xml.XmlFactories;
import az.dost.vahid.whole.FaultSwitch;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Each persona, while some agencies are at fault: no face says what another one does not say. */
class EveryFaceTest {
    private static final long SEED = 20_261_202;
    private static final int MOST_AT_FAULT = 4;
    private static final String SERVICE = "ccu-intake";
    private static final String DOSSIER = "urn:az:dost:vahid:dossier:1";
    private static final String CONTAINER = "application/vnd.etsi.asic-e+zip";
    /** At once, and each time the same. */
    private static final List<Fault> FAULTS = List.of(
            Fault.RESET,
            Fault.HTTP_500,
            Fault.SOAP_FAULT,
            Fault.TRUNCATED,
            Fault.GARBAGE,
            Fault.WRONG_SIGNATURE,
            Fault.OTHER_CITIZEN);

    private final FaultSwitch faults = RunningVahid.get().faults();

    @AfterEach
    void clear() {
        faults.close();
    }

    private void someAtFault(Personas persona) {
        Random random = new Random(SEED + persona.ordinal());
        List<String> called = RunningVahid.get().connectors().stream()
                .filter(connector -> connector.protocol() != Protocol.FILE)
                .map(Connector::id)
                .toList();
        for (int n = random.nextInt(MOST_AT_FAULT + 1); n > 0; n--) {
            faults.set(called.get(random.nextInt(called.size())), FAULTS.get(random.nextInt(FAULTS.size())));
        }
    }

    private static HttpResponse<byte[]> ask(Personas persona, String view) {
        ObjectNode request = Gateway.request().put("service", SERVICE);
        request.putObject("subject").put("fin", persona.fin());
        if (view != null) {
            request.put("view", view);
        }
        HttpResponse<byte[]> answer = Gateway.post(
                request.toString(),
                Map.of(
                        "Authorization",
                        Gateway.BEARER,
                        "Content-Type",
                        "application/json",
                        "Accept",
                        "application/json"));
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
        return answer;
    }

    @ParameterizedTest
    @EnumSource
    void says_the_same_of_a_persona(Personas persona) throws Exception {
        someAtFault(persona);
        HttpResponse<byte[]> answer = ask(persona, null);
        JsonNode dossier = Gateway.JSON.readTree(answer.body());
        String id = dossier.path("dossierId").asText();

        List<String> json = new ArrayList<>();
        leaves("", dossier, json);
        byte[] xml = Gateway.again(id, "application/xml", Gateway.BEARER).body();
        List<String> elements = new ArrayList<>();
        leaves("", XmlFactories.parse(xml).getDocumentElement(), elements);
        assertThat(elements).as("XML").isEqualTo(json);

        byte[] container = Gateway.again(id, CONTAINER, Gateway.BEARER).body();
        assertThat(ZipParts.of(container).get("dossier.json")).as("container").isEqualTo(answer.body());

        assertThat(papers(ask(persona, "VERDICTS"))).as("verdicts alone").isEqualTo(papers(answer));
    }

    /** State of the person, and by paper what is said of it to whoever is given verdicts alone. */
    private static Map<String, String> papers(HttpResponse<byte[]> answer) throws IOException {
        JsonNode json = Gateway.JSON.readTree(answer.body());
        Map<String, String> papers = new TreeMap<>();
        papers.put(
                "",
                json.at("/subject/state").asText() + " "
                        + json.path("completeness").asText());
        json.path("documents")
                .forEach(paper -> papers.put(
                        paper.path("id").asText() + " " + paper.path("concerns").asText(),
                        String.join(
                                " ",
                                paper.path("verdict").asText(),
                                paper.at("/reason/code").asText(),
                                paper.path("ground").asText(),
                                paper.path("title").toString())));
        return papers;
    }

    /** In their order, with their path; a list has none of its own in XML, nor has what is empty. */
    private static void leaves(String path, JsonNode value, List<String> leaves) {
        if (value.isArray()) {
            value.forEach(item -> leaves(path, item, leaves));
        } else if (value.isObject() && !value.isEmpty()) {
            value.properties().forEach(field -> leaves(path + "/" + field.getKey(), field.getValue(), leaves));
        } else {
            leaves.add(path + " = " + value.asText());
        }
    }

    private static void leaves(String path, Element element, List<String> leaves) {
        boolean leaf = true;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element part) {
                leaf = false;
                // The signature is about the dossier, and no part of it.
                if (DOSSIER.equals(part.getNamespaceURI())) {
                    leaves(path + "/" + part.getLocalName(), part, leaves);
                }
            }
        }
        if (leaf) {
            leaves.add(path + " = " + element.getTextContent());
        }
    }
}
