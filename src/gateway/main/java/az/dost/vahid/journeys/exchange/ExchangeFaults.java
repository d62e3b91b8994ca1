package az.dost.vahid.journeys.exchange;

import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.journeys.exchange.service.Service;
import az.dost.vahid.problem.AwayDatabase;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import az.dost.vahid.xroad.FaultCode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.processor.ThrottlerRejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.HtmlUtils;

/** Answers with the exchange's own faults, X-Road Message Protocol for REST, section 4.6; each is recorded. */
public final class ExchangeFaults {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeFaults.class);
    private final ExchangeRecord record;
    private final boolean older;

    /** @param older whether codes are written as software up to 7.7 writes them */
    ExchangeFaults(ExchangeRecord record, boolean older) {
        this.record = record;
        this.older = older;
    }

    /** Keeps the fault that Camel caught. */
    public void keep(Exchange exchange) {
        Passage passage = Passage.known(exchange);
        ExchangeFault fault = fault(exchange);
        try {
            record.failed(passage, fault.code());
        } catch (ExchangeFault e) {
            // Nothing is delivered without the database; the client is still told why.
            LOG.error("Fault {} of exchange {} was not recorded", fault.code(), passage.id);
        }
    }

    /** Answers a REST call. */
    public void rest(Exchange exchange) {
        Passage passage = Passage.of(exchange);
        ExchangeFault fault = fault(exchange);
        String accept = passage.request.getHeader("Accept");
        boolean xml = accept != null && accept.contains("xml") && !accept.contains("json");
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, fault.code().status());
        passage.response.setHeader("X-Road-Error", type(fault));
        comeAgain(passage, fault);
        passage.response.setHeader("X-Road-Request-Id", passage.id.toString());
        passage.response.setHeader("Content-Type", (xml ? "application/xml" : "application/json") + ";charset=utf-8");
        message.setBody((xml ? xml(passage, fault) : json(passage, fault)).getBytes(StandardCharsets.UTF_8));
    }

    /** Answers a SOAP call with a fault of SOAP 1.1. */
    public void soap(Exchange exchange) {
        Passage passage = Passage.of(exchange);
        ExchangeFault fault = fault(exchange);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        // SOAP 1.1, section 6.2: a fault has this status, whoever is at fault.
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, 500);
        passage.response.setHeader("Content-Type", "text/xml;charset=utf-8");
        comeAgain(passage, fault);
        message.setBody(
                ("<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
                                + "<soap:Fault><faultcode>" + type(fault) + "</faultcode><faultstring>"
                                + HtmlUtils.htmlEscape(fault.getMessage(), "UTF-8")
                                + "</faultstring><faultactor></faultactor><detail><faultDetail xmlns=\"\">" + passage.id
                                + "</faultDetail></detail></soap:Fault>"
                                + "</soap:Body></soap:Envelope>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** The protocol knows 400 and 500 alone: what passes is known by its code, and by this header. */
    private static void comeAgain(Passage passage, ExchangeFault fault) {
        if (fault.code().passes()) {
            passage.response.setHeader("Retry-After", Problems.RETRY_SECONDS);
        }
    }

    private String json(Passage passage, ExchangeFault fault) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type(fault))
                .put("message", fault.getMessage())
                .put("detail", passage.id.toString())
                .toString();
    }

    private String xml(Passage passage, ExchangeFault fault) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><error><type>" + type(fault) + "</type><message>"
                + HtmlUtils.htmlEscape(fault.getMessage(), "UTF-8") + "</message><detail>" + passage.id
                + "</detail></error>";
    }

    /** The fault's code in the style that is set. */
    String type(ExchangeFault fault) {
        return older ? fault.code().older() : fault.code().newer();
    }

    /** The fault that Camel caught, whatever it was. */
    static ExchangeFault fault(Exchange exchange) {
        Throwable thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ExchangeFault fault) {
                return fault;
            }
            if (cause instanceof ThrottlerRejectedExecutionException) {
                return overloaded(Passage.of(exchange).version);
            }
            if (cause instanceof ProblemException && FrontDoor.requester(exchange) == null) {
                return new ExchangeFault(
                        FaultCode.SSL_AUTHENTICATION_FAILED,
                        "The calling system is not known: send a valid access token.");
            }
            if (cause instanceof ProblemException problem && problem.code() == ProblemCode.TOO_MANY_REQUESTS) {
                return new ExchangeFault(
                        FaultCode.OVERLOADED,
                        "Your system has too many requests in a second, or at once; repeat it in a second.");
            }
        }
        if (AwayDatabase.in(thrown)) {
            return ExchangeRecord.unrecorded();
        }
        Passage passage = Passage.of(exchange);
        LOG.error("Exchange {} failed", passage.id, thrown);
        ExchangeFault fault = new ExchangeFault(
                FaultCode.INTERNAL_ERROR, "Something went wrong inside Vahid; quote the detail if it persists.");
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, fault);
        return fault;
    }

    /** Says whose limit it was, the gateway's or the service's: they are raised in different places. */
    private static ExchangeFault overloaded(Service admitted) {
        return new ExchangeFault(
                FaultCode.OVERLOADED,
                admitted == null
                        ? "Too many exchanges are under way; repeat it in a second."
                        : "The provider takes no more than "
                                + admitted.definition().ratePerSecond() + " calls of this service in a second, and "
                                + admitted.definition().maxConcurrent() + " at once; repeat it in a second.");
    }
}
