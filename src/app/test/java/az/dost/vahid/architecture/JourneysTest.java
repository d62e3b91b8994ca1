package az.dost.vahid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faces, followed through the routes that they go on to: first the door, then the journey, step by step. */
class JourneysTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String DOOR = "to direct:front-door";
    /** For citizens too: to the door goes whoever is none. */
    private static final String OPEN_DOOR = "to direct:open-door";

    private static final String IDENTIFIED = "frontDoor.identify";
    /** For everybody: keys, who is a member, and wallets, which have codes and tokens of their own. */
    private static final Set<String> OPEN = Set.of(
            "admission-apply",
            "admission-state",
            "credential-fetch",
            "credential-issuer",
            "credential-nonce",
            "credential-server",
            "credential-status",
            "credential-token",
            "credential-type",
            "presentation-request",
            "presentation-response",
            "rating-say",
            "rating-check",
            "keys-http",
            "certificate-http",
            "exchange-clients",
            "exchange-central-services");

    /** A citizen's question that registers answer. */
    private static final String WITH_A_LOOKUP = "citizen-credential-ask";

    private static final Map<String, JsonNode> ROUTES = routes();

    private static Map<String, JsonNode> routes() {
        Map<String, JsonNode> routes = new TreeMap<>();
        Project.files("routes", ".yaml").forEach(file -> {
            try {
                YAML.readTree(file.toFile())
                        .findValues("route")
                        .forEach(route -> routes.put(route.path("id").asText(), route));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return routes;
    }

    /** Every step of a route in the order of the file: {@code bean.method}, {@code to uri}, or its kind. */
    private static List<String> steps(JsonNode route) {
        List<String> steps = new ArrayList<>();
        collect(route.at("/from/steps"), steps);
        return steps;
    }

    private static void collect(JsonNode list, List<String> steps) {
        for (JsonNode step : list) {
            step.properties().forEach(kind -> {
                JsonNode value = kind.getValue();
                String uri = value.isTextual()
                        ? value.textValue()
                        : value.path("uri").asText();
                steps.add(
                        switch (kind.getKey()) {
                            case "bean" ->
                                value.path("ref").asText() + "."
                                        + value.path("method").asText();
                            case "to" -> "to " + uri.replaceFirst("[?].*", "");
                            default -> kind.getKey();
                        });
                value.findValues("steps").forEach(inner -> collect(inner, steps));
            });
        }
    }

    /** With the steps of all routes that it goes on to, at their places. */
    static Stream<String> followed(String id) {
        return steps(ROUTES.get(id)).stream().flatMap(step -> {
            String next = step.replaceFirst("^to direct:", "");
            return step.startsWith("to direct:") && ROUTES.containsKey(next)
                    ? Stream.concat(Stream.of(step), followed(next))
                    : Stream.of(step);
        });
    }

    static Stream<String> faces() {
        return ROUTES.entrySet().stream()
                .filter(route -> route.getValue().at("/from/uri").asText().startsWith("platform-http:"))
                .map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("faces")
    void a_face_by_http_begins_at_the_door(String id) {
        List<String> steps = steps(ROUTES.get(id));
        if (OPEN.contains(id)) {
            assertThat(steps).doesNotContain(DOOR).hasSize(1);
        } else if (id.startsWith("citizen-")) {
            assertThat(steps)
                    .as("a citizen is known by the desk, which gives nothing of anybody else")
                    .hasSize(id.equals(WITH_A_LOOKUP) ? 3 : 1)
                    .first()
                    .asString()
                    .matches("(citizenHandler|askedLookupHandler|citizenRights|citizenCredentials)[.].*");
        } else if (id.startsWith("catalogue-") || id.startsWith("open-data-") || id.equals("quality-registers")) {
            assertThat(steps).as("it names nobody").hasSize(2).first().isEqualTo(OPEN_DOOR);
            assertThat(followed(id)).containsSubsequence(OPEN_DOOR, "filter", DOOR, IDENTIFIED);
        } else {
            assertThat(steps.indexOf(DOOR)).as(steps.toString()).isBetween(0, 1);
            assertThat(steps.get(0)).matches("(?s)" + DOOR + "|.*[.]begin");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"event-jms", "bulk-jms", "lookup-jms"})
    void a_face_by_message_knows_who_asks_before_it_reads(String id) {
        List<String> steps = steps(ROUTES.get(id));
        assertThat(steps.subList(0, 3))
                .containsExactly(
                        "messageDoor.open",
                        IDENTIFIED,
                        id.equals("bulk-jms") ? "messageDoor.takeFile" : "messageDoor.take");
        assertThat(steps).doesNotContain(DOOR);
    }

    @Test
    void requesters_are_limited_in_one_place() {
        assertThat(Project.files("routes", ".yaml").stream()
                        .filter(file -> Project.text(file).contains("requesterLimits")))
                .singleElement()
                .asString()
                .endsWith("door.camel.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "soap", "jms"})
    void a_lookup_takes_the_steps_of_its_journey_in_their_order_by_whichever_face_it_comes(String face) {
        List<String> steps = followed("lookup-" + face).toList();
        List<String> journey = List.of(
                "frontDoor.identify",
                face + "Face.receive",
                "planner.authorise",
                "vigilance.judge",
                "concurrencyLimit.await",
                "planner.plan",
                "to direct:gather",
                "dossierWriter.combine",
                "dossierWriter.verdicts",
                "planner.confirm",
                "dossiers.sign",
                "dossiers.record",
                face + "Face.answer");
        assertThat(steps.stream().filter(journey::contains)).containsExactlyElementsOf(journey);
    }

    static List<Path> routeFiles() {
        return Project.files("routes", "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routeFiles")
    void the_page_of_journeys_names_each_route_and_template_beside_its_file(Path file) throws IOException {
        Document page = new Document(Path.of("src/docs/journeys.md"));
        assertThat(page.links().stream().map(page::target)).contains(file);
        List<String> ids = new ArrayList<>();
        for (JsonNode part : YAML.readTree(file.toFile())) {
            for (String kind : List.of("route", "routeTemplate")) {
                if (part.has(kind)) {
                    ids.add(part.path(kind).path("id").asText());
                }
            }
        }
        assertThat(page.named()
                        .filter(link -> page.target(link.group(2)).equals(file))
                        .map(link -> link.group(1)))
                .containsAll(ids);
    }
}
