package az.dost.vahid.sources.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.proof.blob.ObjectAddress;
import az.dost.vahid.sources.ingest.TestGateway;
import java.net.URI;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What an endpoint of an object store may be; a gateway does not start with another. */
class ObjectAddressTest {
    private static final Connector CONNECTOR = TestGateway.CATALOGUE.folders().stream()
            .map(ConnectorFolder::connector)
            .filter(connector -> connector.id().equals("displaced-persons"))
            .findFirst()
            .orElseThrow();

    private static DropSource source(String endpoint, Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("endpoint", Map.of("vahid.endpoints.displaced-persons", endpoint)));
        environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
        return new DropSources(environment).of(new DefaultCamelContext(), CONNECTOR);
    }

    @Test
    void it_has_a_server_a_bucket_a_folder_and_a_region() {
        assertThat(ObjectAddress.read("s3://KEY@store.az:9000/drops.az/a/b?region=az-baku-1"))
                .contains(
                        new ObjectAddress(URI.create("https://store.az:9000"), "KEY", "drops.az", "a/b/", "az-baku-1"));
        assertThat(ObjectAddress.read("s3+http://[::1]/drops/"))
                .contains(new ObjectAddress(URI.create("http://[::1]"), null, "drops", "", "us-east-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://K@host",
                "s3://K@host/b",
                "s3://K@host/Bucket",
                "s3://K@host/bucket/../other",
                "s3://K@host/bucket/a//b",
                "s3://K:secret@host/bucket",
                "s3://K@host/bucket?region=a&b",
                "s3://K@ho st/bucket",
                "s3://K@host/bucket/a\n"
            })
    void another_is_refused_at_the_start_without_being_shown(String endpoint) {
        assertThatThrownBy(() -> source(endpoint, Map.of("vahid.secrets.s3.secret", "s")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("vahid.endpoints.displaced-persons")
                .hasMessageNotContaining("secret@");
    }

    @Test
    void a_store_without_tls_must_be_allowed_by_name() {
        Map<String, Object> settings = Map.of("vahid.secrets.s3.secret", "s");
        assertThatThrownBy(() -> source("s3+http://K@127.0.0.1/bucket", settings))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("vahid.drops.plain-http");
    }

    @Test
    void the_access_keys_id_must_be_known() {
        assertThatThrownBy(() -> source("s3://127.0.0.1/bucket", Map.of("vahid.secrets.s3.secret", "s")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("auth.username");
    }

    @Test
    void its_secret_must_be_a_setting() {
        assertThatThrownBy(() -> source("s3://K@127.0.0.1/bucket", Map.of()))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("vahid.secrets.s3.secret");
    }
}
