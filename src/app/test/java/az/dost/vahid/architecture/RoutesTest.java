package az.dost.vahid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.dsl.yaml.YamlRoutesBuilderLoader;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * What every route of {@code routes/} keeps to, so that a journey is read from top to bottom in one file, and by
 * Camel's own tools.
 */
class RoutesTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final int MAX_STEPS = 8;
    /** Out of the jar of Camel's reader, so of the version that reads the routes. */
    private static final Schema CANONICAL = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
            .getSchema(RoutesTest.class.getResourceAsStream("/schema/camelYamlDsl-canonical.json"));

    static List<Path> files() {
        return Project.files("routes", ".yaml");
    }

    static List<Arguments> routes() throws IOException {
        List<Arguments> routes = new ArrayList<>();
        for (Path file : files()) {
            for (JsonNode entry : YAML.readTree(file.toFile())) {
                JsonNode route = entry.has("routeTemplate") ? entry.at("/routeTemplate/route") : entry.path("route");
                if (!route.isMissingNode()) {
                    routes.add(Arguments.of(
                            file.getFileName() + " " + route.path("id").asText(), route));
                }
            }
        }
        return routes;
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_of_routes_is_in_the_canonical_form_of_camels_own_schema(Path file) throws IOException {
        assertThat(CANONICAL.validate(YAML.readTree(file.toFile()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to: direct:b",
                "filter: {simple: \"${body}\", steps: []}",
                "setBody: {expression: {simple: \"${body}\"}}",
                "recipientList: {expression: {simple: {expression: \"${body}\"}}, parallelProcessing: \"true\"}",
                "pollEnrich: {expression: {simple: {expression: \"file:b\"}}, timeout: 1}"
            })
    void a_short_form_is_not_canonical(String step) throws IOException {
        JsonNode file = YAML.readTree("- route: {from: {uri: \"direct:a\", steps: [{" + step + "}]}}");
        assertThat(CANONICAL.validate(file)).isNotEmpty();
    }

    @Test
    void camels_own_reader_warns_of_no_file_of_routes() throws Exception {
        Logger camel = (Logger) LoggerFactory.getLogger("org.apache.camel.dsl");
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        camel.addAppender(told);
        try (CamelContext context = new DefaultCamelContext();
                YamlRoutesBuilderLoader reader = new YamlRoutesBuilderLoader()) {
            reader.setCamelContext(context);
            reader.start();
            for (Path file : files()) {
                read(reader, ResourceHelper.resolveResource(context, "file:" + file));
            }
            read(reader, ResourceHelper.fromString("short.yaml", "- route: {from: {uri: direct:a, steps: [{to: b}]}}"));
        } finally {
            camel.detachAppender(told);
        }
        assertThat(told.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .as("one with a short form, to see that it would be told")
                .contains("short.yaml");
    }

    private static void read(YamlRoutesBuilderLoader reader, Resource file) throws Exception {
        RouteBuilder routes = (RouteBuilder) reader.loadRoutesBuilder(file);
        routes.setCamelContext(reader.getCamelContext());
        routes.configure();
    }

    @Test
    void camels_reader_of_routes_has_no_level_of_its_own_in_the_logs() {
        assertThat(Project.text(Path.of("src/gateway/main/resources/application.yaml")))
                .contains("org.apache.camel.")
                .doesNotContain("org.apache.camel.dsl");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void a_route_has_an_id_and_says_in_one_sentence_what_it_does(String name, JsonNode route) {
        assertThat(route.path("id").asText()).matches("([a-z]+|[{]{2}[a-z]+}})(-[a-z]+|-[{]{2}[a-z]+}})*");
        assertThat(route.path("description").asText())
                .hasSizeBetween(10, 200)
                .doesNotContain("\n")
                .doesNotContain(". ")
                .doesNotEndWith(".");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void a_route_has_at_most_eight_steps_in_a_row_and_one_choice(String name, JsonNode route) {
        assertThat(lists(route))
                .isNotEmpty()
                .allSatisfy(steps -> assertThat(steps).hasSizeLessThanOrEqualTo(MAX_STEPS));
        assertThat(route.findValues("choice")).hasSizeLessThanOrEqualTo(1);
        assertThat(deepest(route)).as("steps within steps").isLessThanOrEqualTo(3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void no_route_reads_or_writes_a_folder_by_itself(String name, JsonNode route) {
        assertThat(route.findValuesAsText("uri"))
                .as("Camel's file component follows links: folder.ForeignFolder does not")
                .noneMatch(uri -> uri.startsWith("file:"));
    }

    /** Every list of steps: of the route, and of each part of it that has its own. */
    private static List<JsonNode> lists(JsonNode node) {
        List<JsonNode> lists = new ArrayList<>();
        if (node.path("steps").isArray()) {
            lists.add(node.path("steps"));
        }
        node.forEach(child -> lists.addAll(lists(child)));
        return lists;
    }

    private static int deepest(JsonNode node) {
        int depth = 0;
        for (JsonNode child : node) {
            depth = Math.max(depth, deepest(child));
        }
        return depth + (node.path("steps").isArray() ? 1 : 0);
    }

    /** Nor has a step the id of a route: Camel starts neither then. */
    @Test
    void no_two_routes_or_steps_have_one_id_but_those_that_are_stamped() throws IOException {
        assertThat(routes().stream()
                        .map(route -> (JsonNode) route.get()[1])
                        .flatMap(route -> Stream.concat(
                                Stream.of(route.path("id")), route.path("from").findValues("id").stream()))
                        .map(JsonNode::asText)
                        .filter(id -> !id.contains("{{")))
                .doesNotHaveDuplicates();
    }

    /** Camel would answer into whichever queue a message names, and take whatever kind of message comes. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void a_consumer_of_messages_answers_nobody_by_itself_and_looks_at_each_message_first(String name, JsonNode route) {
        if (route.at("/from/uri").asText().startsWith("jms:")) {
            assertThat(route.path("streamCache").asText())
                    .as("its body is not read before it is looked at")
                    .isEqualTo("false");
            assertThat(route.at("/from/parameters/disableReplyTo").asBoolean()).isTrue();
            assertThat(route.at("/from/parameters/transacted").asBoolean()).isTrue();
            assertThat(route.at("/from/steps/0/bean").toString()).contains("messageDoor", "open");
            assertThat(route.at("/from/steps").findValues("bean").toString())
                    .containsPattern("messageDoor\",\"method\":\"(take|takeFile|check)\"");
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void no_endpoint_of_messages_asks_for_java_objects_or_keeps_what_a_sender_says_of_delivery(Path file) {
        assertThat(Project.text(file))
                .doesNotContain(
                        "transferExchange",
                        "transferException",
                        "objectMessageEnabled",
                        "allowSerializedHeaders",
                        "preserveMessageQos",
                        "mapJmsMessage",
                        "includeAllJMSXProperties");
    }

    @ParameterizedTest
    @MethodSource("files")
    void beans_decide_and_routes_only_say_what_happens(Path file) {
        assertThat(Project.text(file))
                .doesNotContainIgnoringCase("groovy")
                .doesNotContain("setHeader", "script:", "jsonpath", "xpath");
    }

    @Test
    void every_method_that_a_route_calls_is_a_public_one_of_ours() throws IOException {
        Set<String> ours = Project.classes().stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .map(method -> method.getName())
                .collect(Collectors.toSet());
        Set<String> called = new HashSet<>();
        for (Path file : files()) {
            YAML.readTree(file.toFile()).findValues("method").stream()
                    .filter(JsonNode::isTextual)
                    .forEach(name -> called.add(name.asText()));
        }
        assertThat(ours).containsAll(called);
        assertThat(called).isNotEmpty();
    }

    @Test
    void every_folder_of_routes_is_flat() {
        assertThat(files())
                .isNotEmpty()
                .allMatch(file -> file.getParent().equals(Path.of("routes")))
                .allMatch(file -> file.getFileName().toString().matches("[a-z-]+[.]camel[.]yaml"));
    }
}
