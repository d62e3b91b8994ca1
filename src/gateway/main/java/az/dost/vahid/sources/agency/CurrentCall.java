package az.dost.vahid.sources.agency;

import org.apache.camel.Exchange;

/**
 * The steps of a call to one agency, in the order in which the route templates agency-soap and agency-rest name them. A
 * call ends by the version of the connector by which it began.
 */
public final class CurrentCall {
    private static final String PROPERTY = "vahid.call";
    private volatile AgencyCall current;

    CurrentCall(AgencyCall first) {
        current = first;
    }

    void become(AgencyCall next) {
        current = next;
    }

    public void admit(Exchange exchange) {
        AgencyCall mine = current;
        exchange.setProperty(PROPERTY, mine);
        mine.admit(exchange);
    }

    public boolean needsToken(Exchange exchange) {
        return of(exchange).needsToken();
    }

    public void askToken(Exchange exchange) {
        of(exchange).askToken(exchange);
    }

    public void takeToken(Exchange exchange) {
        of(exchange).takeToken(exchange);
    }

    public boolean unfinished(Exchange exchange) {
        return of(exchange).unfinished(exchange);
    }

    /** Milliseconds to wait before the next request. */
    public long pause(Exchange exchange) {
        return of(exchange).pause(exchange);
    }

    public void ask(Exchange exchange) {
        of(exchange).ask(exchange);
    }

    /** Proves and reads one reply: the answer, a page of it, or a promise of it. */
    public void take(Exchange exchange) {
        of(exchange).take(exchange);
    }

    public void answer(Exchange exchange) {
        of(exchange).answer(exchange);
    }

    private static AgencyCall of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, AgencyCall.class);
    }
}
