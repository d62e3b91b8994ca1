package az.dost.vahid.trace;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.TraceParent;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TracedLogTest {
    private static final TraceParent TRACE =
            TraceParent.read("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    @Test
    void a_thread_names_the_trace_until_its_exchange_is_done() throws Exception {
        String[] named = new String[1];
        try (CamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:traced")
                            .process(exchange -> TracedLog.begin(exchange, TRACE))
                            .process(exchange -> TracedLog.begin(exchange, TRACE))
                            .process(exchange -> named[0] = MDC.get(TracedLog.TRACE));
                }
            });
            context.start();
            context.createProducerTemplate().sendBody("direct:traced", "");
        }
        assertThat(named[0]).isEqualTo(TRACE.traceId());
        assertThat(MDC.get(TracedLog.TRACE)).isNull();
    }
}
