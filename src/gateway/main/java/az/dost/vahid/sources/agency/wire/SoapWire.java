package az.dost.vahid.sources.agency.wire;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.normalise.SoapContent;
import az.dost.vahid.sources.agency.call.AgencyFaults;
import az.dost.vahid.sources.agency.call.Conversation;
import az.dost.vahid.sources.agency.call.Wire;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Message;

/**
 * SOAP over HTTP, where a fault comes with the status of an error: what it says of itself decides before the status
 * does.
 */
public final class SoapWire implements Wire {
    private static final int DONE = 200;
    /** Of whoever stands before the agency: no matter what else the answer says. */
    private static final Set<Integer> REFUSED = Set.of(401, 403);

    private final AgencyFaults faults;
    private final HttpWire http;

    public SoapWire(Connector connector, HttpWire http) {
        this.faults = new AgencyFaults(connector);
        this.http = http;
    }

    @Override
    public void ask(Message message, Conversation conversation) {
        http.ask(message, conversation);
    }

    @Override
    public Reply take(Message message, Conversation conversation) {
        int status = HttpWire.status(message);
        Optional<SoapContent> fault =
                status == DONE || REFUSED.contains(status) ? Optional.empty() : faults.in(HttpWire.body(message));
        if (fault.isEmpty()) {
            return http.take(message, conversation);
        }
        faults.refuse(fault.get(), conversation);
        return http.reply(message);
    }
}
