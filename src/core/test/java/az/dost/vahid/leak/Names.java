package az.dost.vahid.leak;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import java.lang.management.ManagementFactory;
import java.util.ServiceLoader;

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
        ServiceLoader.load(GivenNames.class).forEach(names -> names.each(leaks::look));
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
