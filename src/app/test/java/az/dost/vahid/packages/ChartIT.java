package az.dost.vahid.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** The chart, by helm itself: linted strictly, and rendered. */
@Tag("endurance")
class ChartIT {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String GIVEN = """
            {image: {digest: "sha256:0123456789012345678901234567890123456789012345678901234567890123"}, secrets: {environment: vahid-environment, keys: vahid-keys}, agencies: {certificates: vahid-agencies, ids: [tax, pensions]},
             definitions: {requesters: vahid-requesters, subscriptions: vahid-subscriptions}, shared: {claim: vahid-shared},
             settings: {spring.datasource.url: "jdbc:postgresql://db:5432/vahid?sslmode=verify-full", spring.datasource.password: "${VAHID_DB_PASSWORD}", vahid: {record.anchors: none}},
             network: {clients: [{podSelector: {matchLabels: {app: centre}}}], operators: [{namespaceSelector: {}}],
                       servers: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 5432}]}]}}""";

    @TempDir
    Path folder;

    /** The chart with more values than its own. */
    private HelmLibrary chart(String more) throws IOException {
        Path chart = folder.resolve("vahid");
        FileSystemUtils.copyRecursively(PackageFiles.CHART, chart);
        // The library has no cluster to ask, and takes it for one of version 1.20.
        Path about = chart.resolve("Chart.yaml");
        Files.writeString(about, Files.readString(about).replaceFirst("(?m)^kubeVersion: .*$", ""));
        ObjectNode values = (ObjectNode) PackageFiles.yaml(chart.resolve("values.yaml"));
        merge(values, YAML.readTree(more));
        YAML.writeValue(chart.resolve("values.yaml").toFile(), values);
        return new HelmLibrary(chart);
    }

    private static void merge(ObjectNode values, JsonNode more) {
        more.properties().forEach(value -> {
            if (values.path(value.getKey()) instanceof ObjectNode inner
                    && value.getValue().isObject()) {
                merge(inner, value.getValue());
            } else {
                values.set(value.getKey(), value.getValue());
            }
        });
    }

    private List<JsonNode> rendered(String more) throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        YAML.readerFor(JsonNode.class)
                .<JsonNode>readValues(chart(more).template())
                .forEachRemaining(object -> {
                    if (object.isObject()) {
                        objects.add(object);
                    }
                });
        return objects;
    }

    private JsonNode one(String kind, String more) throws IOException {
        return rendered(more).stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void helm_finds_nothing_to_complain_of() throws IOException {
        assertThat(chart(GIVEN).lint()).isEmpty();
    }

    @Test
    void without_values_it_makes_nothing_and_names_all_that_are_missing() throws IOException {
        HelmLibrary chart = chart("{}");
        assertThatThrownBy(chart::template)
                .hasMessageContainingAll(
                        "secrets.environment",
                        "secrets.keys",
                        "agencies.certificates",
                        "agencies.ids",
                        "definitions.requesters",
                        "settings",
                        "shared.claim",
                        "network.servers",
                        "image.digest: the tag 0.1.0-SNAPSHOT may be another build");
    }

    private static String image(String image) {
        return GIVEN.replaceFirst("image: \\{[^}]*}", "image: {" + image + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag: latest", "tag: 0.2.0-SNAPSHOT", "tag: main", ""})
    void a_tag_that_may_be_another_build_tomorrow_is_refused(String image) throws IOException {
        HelmLibrary chart = chart(image(image));
        assertThatThrownBy(chart::template).hasMessageContaining("image.digest: the tag ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tag: 0.1.0-a2995805d1 | vahid:0.1.0-a2995805d1",
                "tag: latest, pullPolicy: Always | vahid:latest",
                "tag: latest, digest: 'sha256:0123456789012345678901234567890123456789012345678901234567890123'"
                        + " | vahid@sha256:0123456789012345678901234567890123456789012345678901234567890123"
            })
    void the_digest_decides_and_then_the_tag(String image, String named) throws IOException {
        assertThat(one("Deployment", image(image))
                        .at("/spec/template/spec/containers/0/image")
                        .asText())
                .isEqualTo(named);
    }

    @Test
    void how_many_there_are_follows_their_work_only_when_asked_for() throws IOException {
        assertThat(rendered(GIVEN))
                .noneMatch(object -> object.path("kind").asText().equals("HorizontalPodAutoscaler"));
        String scaled = GIVEN.replaceFirst("^\\{", "{autoscaling: {enabled: true, most: 5}, ");
        assertThat(one("Deployment", scaled).at("/spec/replicas").asInt())
                .as("no fewer while the autoscaler has not begun")
                .isEqualTo(3);
        JsonNode scaler = one("HorizontalPodAutoscaler", scaled).path("spec");
        assertThat(scaler.at("/scaleTargetRef/name").asText()).isEqualTo("test");
        assertThat(scaler.path("minReplicas").asInt()).isEqualTo(3);
        assertThat(scaler.path("maxReplicas").asInt()).isEqualTo(5);
        assertThat(scaler.at("/metrics/0/resource/target/averageUtilization").asInt())
                .isEqualTo(70);
        assertThat(scaler.at("/behavior/scaleDown/policies")).singleElement().satisfies(policy -> {
            assertThat(policy.path("value").asInt()).isEqualTo(1);
            assertThat(policy.path("periodSeconds").asInt())
                    .as("no less than one that leaves may take")
                    .isEqualTo(one("Deployment", scaled)
                            .at("/spec/template/spec/terminationGracePeriodSeconds")
                            .asInt());
        });
    }

    @Test
    void fewer_at_most_than_at_least_is_refused() throws IOException {
        HelmLibrary chart = chart(GIVEN.replaceFirst("^\\{", "{autoscaling: {enabled: true, most: 2}, "));
        assertThatThrownBy(chart::template).hasMessageContaining("autoscaling.most");
    }

    @Test
    void a_value_that_its_schema_refuses_stops_it() throws IOException {
        HelmLibrary chart = chart("{replicas: 1}");
        assertThatThrownBy(chart::template).hasMessageContaining("replicas");
    }

    @Test
    void it_makes_no_secret_and_each_object_once() throws IOException {
        assertThat(rendered(GIVEN).stream()
                        .map(object -> object.path("kind").asText() + " "
                                + object.at("/metadata/name").asText()))
                .containsExactlyInAnyOrder(
                        "ConfigMap test-settings",
                        "Deployment test",
                        "NetworkPolicy test",
                        "PodDisruptionBudget test",
                        "Service test",
                        "Service test-management",
                        "ServiceAccount test");
    }

    @Test
    void a_gateway_is_nobody_and_writes_to_its_own_folders_only() throws IOException {
        JsonNode pod = one("Deployment", GIVEN).at("/spec/template/spec");
        JsonNode container = pod.at("/containers/0");
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                .isEqualTo("ALL");
        assertThat(container.path("volumeMounts"))
                .filteredOn(mount -> !mount.path("readOnly").asBoolean())
                .extracting(mount -> mount.path("mountPath").asText())
                .containsExactly("/tmp", "/var/lib/vahid", "/mnt/shared");
    }

    @Test
    void one_more_comes_before_one_goes() throws IOException {
        JsonNode deployment = one("Deployment", GIVEN);
        assertThat(deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(-1))
                .isZero();
        assertThat(one("PodDisruptionBudget", GIVEN).at("/spec/maxUnavailable").asInt())
                .isEqualTo(1);
        assertThat(deployment.at("/spec/template/spec/containers/0").has("readinessProbe"))
                .isTrue();
    }

    @Test
    void the_chart_s_settings_come_after_the_given_ones() throws IOException {
        assertThat(one("Deployment", GIVEN)
                        .at("/spec/template/spec/containers/0/args/0")
                        .asText())
                .endsWith("/vahid.yaml,file:/etc/vahid/settings/chart.yaml");
        JsonNode files = one("ConfigMap", GIVEN).path("data");
        assertThat(YAML.readTree(files.path("vahid.yaml").asText())
                        .path("spring.datasource.password")
                        .asText())
                .isEqualTo("${VAHID_DB_PASSWORD}");
        JsonNode own = YAML.readTree(files.path("chart.yaml").asText());
        assertThat(own.path("vahid.requesters").asText()).isEqualTo("file:/etc/vahid/requesters");
        assertThat(own.path("server.port").asInt()).isEqualTo(8080);
        assertThat(own.has("vahid.tls.port")).isFalse();
        assertThat(own.path("vahid.blobs").asText())
                .as("in the claim that is shared")
                .isEqualTo("/mnt/shared/blobs");
    }

    @Test
    void a_store_of_files_that_is_given_stays() throws IOException {
        JsonNode files = one(
                        "ConfigMap",
                        GIVEN.replace("shared: {claim: vahid-shared}", "shared: {claim: \"\"}")
                                .replace(
                                        "{record.anchors: none}",
                                        "{record.anchors: none, blobs: \"s3://vahid@store.example/vahid/blobs\"}"))
                .path("data");
        assertThat(YAML.readTree(files.path("chart.yaml").asText()).has("vahid.blobs"))
                .isFalse();
        assertThat(YAML.readTree(files.path("vahid.yaml").asText())
                        .at("/vahid/blobs")
                        .asText())
                .startsWith("s3://");
    }

    @Test
    void nobody_but_those_named_reaches_it() throws IOException {
        assertThat(one("NetworkPolicy", GIVEN).at("/spec/ingress"))
                .hasSize(2)
                .allSatisfy(rule -> assertThat(rule.path("from")).isNotEmpty());
        JsonNode closed = one("NetworkPolicy", GIVEN.replaceFirst("clients: .*\\[\\{namespaceSelector: \\{}}],", ""));
        assertThat(closed.at("/spec/ingress").isArray()).isTrue();
        assertThat(closed.at("/spec/ingress")).isEmpty();
    }

    @Test
    void with_https_alone_no_plain_port_is_left() throws IOException {
        String tls = GIVEN.replaceFirst("^\\{", "{ports: {http: 0, https: 8443}, ");
        assertThat(YAML.readTree(one("ConfigMap", tls).at("/data/chart.yaml").asText())
                        .path("vahid.tls.required")
                        .asBoolean())
                .isTrue();
        assertThat(one("Service", tls).at("/spec/ports"))
                .singleElement()
                .satisfies(port -> assertThat(port.path("name").asText()).isEqualTo("https"));
    }
}
