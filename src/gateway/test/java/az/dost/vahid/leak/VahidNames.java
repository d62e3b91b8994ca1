package az.dost.vahid.leak;

import az.dost.vahid.whole.RunningVahid;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.camel.CamelContext;

/** Queues, addresses and endpoints of the gateway that the tests share. */
public final class VahidNames implements GivenNames {
    @Override
    public void each(BiConsumer<String, String> look) {
        RunningVahid.started().ifPresent(vahid -> {
            var server = vahid.bean(EmbeddedActiveMQ.class).getActiveMQServer();
            Arrays.asList(server.getActiveMQServerControl().getQueueNames())
                    .forEach(name -> look.accept("A queue's name", name));
            Arrays.asList(server.getActiveMQServerControl().getAddressNames())
                    .forEach(name -> look.accept("An address", name));
            vahid.bean(CamelContext.class)
                    .getEndpoints()
                    .forEach(endpoint -> look.accept("An endpoint as it is shown", endpoint.toString()));
        });
    }
}
