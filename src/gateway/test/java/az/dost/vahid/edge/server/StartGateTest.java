package az.dost.vahid.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class StartGateTest {
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final AtomicInteger inProgress = new AtomicInteger();
    private final Draining draining = new Draining(new DrainSettings(0, 0), inProgress::get);
    private final StartGate gate = new StartGate(camel, draining);
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    /** Whether it came through. */
    private boolean passes(String path) throws Exception {
        MockFilterChain chain = new MockFilterChain();
        gate.doFilter(new MockHttpServletRequest("POST", path), response, chain);
        return chain.getRequest() != null;
    }

    @Test
    void before_every_route_has_started_callers_are_told_when_to_come_again() throws Exception {
        assertThat(passes("/v1/dossiers")).isFalse();
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("1");
        assertThat(new ObjectMapper()
                        .readTree(response.getContentAsByteArray())
                        .path("code")
                        .asText())
                .isEqualTo("NOT_READY");
    }

    @Test
    void health_is_told_before_that() throws Exception {
        assertThat(passes("/actuator/health")).isTrue();
    }

    @Test
    void once_it_is_about_to_stop_callers_are_told_so_and_keep_no_connection() throws Exception {
        camel.start();
        assertThat(passes("/v1/dossiers")).isTrue();
        assertThat(response.getHeader("Connection")).isNull();
        draining.start();
        draining.stop();
        MockHttpServletResponse late = new MockHttpServletResponse();
        gate.doFilter(new MockHttpServletRequest("POST", "/v1/dossiers"), late, new MockFilterChain());
        assertThat(late.getStatus()).isEqualTo(503);
        assertThat(late.getHeader("Retry-After")).isEqualTo("1");
        assertThat(late.getHeader("Connection")).isEqualTo("close");
        assertThat(new ObjectMapper()
                        .readTree(late.getContentAsByteArray())
                        .path("code")
                        .asText())
                .isEqualTo("NOT_READY");
        assertThat(passes("/actuator/health")).isTrue();
    }

    @Test
    void what_comes_after_passes_and_does_so_to_the_end() throws Exception {
        camel.start();
        assertThat(passes("/v1/dossiers")).isTrue();
        camel.stop();
        assertThat(passes("/v1/dossiers")).isTrue();
    }
}
