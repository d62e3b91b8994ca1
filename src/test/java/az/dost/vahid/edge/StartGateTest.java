package az.dost.vahid.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class StartGateTest {
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final StartGate gate = new StartGate(camel);
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
        assertThat(new ObjectMapper().readTree(response.getContentAsByteArray()).path("code").asText()).isEqualTo("NOT_READY");
    }

    @Test
    void health_is_told_before_that() throws Exception {
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
