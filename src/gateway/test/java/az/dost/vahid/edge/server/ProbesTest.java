package az.dost.vahid.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;

/** What a balancer asks is answered at every port and at any load, and says nothing but what it needs. */
class ProbesTest {
    private static final String UP = "{\"status\":\"UP\"}";
    private final EdgeGateway gateway = EdgeGateway.get();
    private final RequestLimit limit = gateway.context.getBean(RequestLimit.class);
    private final int most = limit.most();

    @AfterEach
    void restore() {
        limit.most(most);
        AvailabilityChangeEvent.publish(gateway.context, ReadinessState.ACCEPTING_TRAFFIC);
    }

    private static String ask(int port, String method, String path, String token) throws IOException {
        return Wire.ask(
                port,
                method + " " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer " + token
                        + "\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {Probes.LIVENESS, Probes.READINESS})
    void anybody_is_answered_at_every_port(String path) throws IOException {
        for (int port : new int[] {gateway.port(), gateway.managementPort}) {
            assertThat(ask(port, "GET", path, "nobody"))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith(UP);
            assertThat(ask(port, "HEAD", path, "nobody"))
                    .startsWith("HTTP/1.1 200 ")
                    .doesNotContain(UP);
            assertThat(ask(port, "POST", path, "nobody"))
                    .startsWith("HTTP/1.1 405 ")
                    .contains("METHOD_NOT_ALLOWED");
        }
    }

    @Test
    void an_answer_needs_no_place_among_the_requests() throws IOException {
        limit.most(0);
        assertThat(ask(gateway.port(), "GET", "/v1/keys", "nobody"))
                .startsWith("HTTP/1.1 503 ")
                .contains("OVERLOADED");
        assertThat(ask(gateway.port(), "GET", Probes.LIVENESS, "nobody")).startsWith("HTTP/1.1 200 ");
        assertThat(ask(gateway.port(), "GET", Probes.READINESS, "nobody")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_gateway_that_is_told_to_stop_is_not_ready_and_lives() throws IOException {
        AvailabilityChangeEvent.publish(gateway.context, ReadinessState.REFUSING_TRAFFIC);
        assertThat(ask(gateway.port(), "GET", Probes.READINESS, "nobody"))
                .startsWith("HTTP/1.1 503 ")
                .endsWith("{\"status\":\"OUT_OF_SERVICE\"}");
        assertThat(ask(gateway.port(), "GET", Probes.LIVENESS, "nobody"))
                .startsWith("HTTP/1.1 200 ")
                .endsWith(UP);
    }

    @Test
    void operators_alone_see_what_is_wrong() throws IOException {
        String path = "/actuator/health/operators";
        assertThat(ask(gateway.managementPort, "GET", path, "token-other"))
                .contains("\"database\"", "\"broker\"", "\"diskSpace\"");
        assertThat(ask(gateway.managementPort, "GET", path, "token-desk"))
                .startsWith("HTTP/1.1 403 ")
                .doesNotContain("database");
        assertThat(ask(gateway.port(), "GET", path, "token-other"))
                .startsWith("HTTP/1.1 404 ")
                .doesNotContain("database");
        assertThat(ask(gateway.port(), "GET", "/actuator/health", "nobody")).doesNotContain("database", "components");
    }
}
