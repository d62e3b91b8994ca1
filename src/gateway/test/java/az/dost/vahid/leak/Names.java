package az.dost.vahid.leak;

import az.dost.vahid.whole.RunningVahid;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.camel.CamelContext;

/**
 * Names that the running system gives: of threads, management beans, metrics and their tags, queues, addresses and
 * endpoints.
 */
final class Names {
    static void look(Leaks leaks) {
        Thread.getAllStackTraces().keySet().forEach(thread -> leaks.look("A thread's name", thread.getName()));
        ManagementFactory.getPlatformMBeanServer()
                .queryNames(null, null)
                .forEach(name -> leaks.look("A management bean's name", name.toString()));
        Metrics.globalRegistry
                .getRegistries()
                .forEach(registry -> registry.getMeters().forEach(meter -> meter(leaks, meter)));
        RunningVahid.started().ifPresent(vahid -> {
            var server = vahid.bean(EmbeddedActiveMQ.class).getActiveMQServer();
            Arrays.asList(server.getActiveMQServerControl().getQueueNames())
                    .forEach(name -> leaks.look("A queue's name", name));
            Arrays.asList(server.getActiveMQServerControl().getAddressNames())
                    .forEach(name -> leaks.look("An address", name));
            vahid.bean(CamelContext.class)
                    .getEndpoints()
                    .forEach(endpoint -> leaks.look("An endpoint as it is shown", endpoint.toString()));
        });
    }

    static void meter(Leaks leaks, Meter meter) {
        leaks.look("A metric's name", meter.getId().getName());
        leaks.look("The metric " + meter.getId().getName(), meter.getId().getDescription());
        meter.getId()
                .getTags()
                .forEach(tag -> leaks.look(
                        "The tag " + tag.getKey() + " of the metric "
                                + meter.getId().getName(),
                        tag.getValue()));
    }

    private Names() {}
}
