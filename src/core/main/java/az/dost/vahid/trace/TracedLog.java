package az.dost.vahid.trace;

import az.dost.vahid.answer.TraceParent;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.MDC;

/**
 * What a thread logs while it works on a traced request names the trace, in formats that have a place for it (JSON).
 */
public final class TracedLog {
    /** As the Elastic Common Schema calls it. */
    static final String TRACE = "trace.id";

    /** Until the exchange is done, in this thread. */
    public static void begin(Exchange exchange, TraceParent trace) {
        if (trace.traceId().equals(MDC.get(TRACE))) {
            return;
        }
        MDC.put(TRACE, trace.traceId());
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                MDC.remove(TRACE);
            }
        });
    }

    private TracedLog() {}
}
