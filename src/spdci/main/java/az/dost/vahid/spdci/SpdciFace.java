package az.dost.vahid.spdci;

import az.dost.vahid.edge.door.HttpAnswer;
import java.io.IOException;
import org.apache.camel.Exchange;

/**
 * The addresses of the standard that answer at once, {@code contracts/spdci.openapi.yaml}: a message in, its searches
 * one after the other, what came of them out. Who asks is known already.
 */
public final class SpdciFace {
    private static final String SOCIAL = "social";
    private static final String DISABLED = "disabled";
    private final EnvelopeReader envelopes;
    private final InquiryReader inquiries;
    private final AnswerWriter answers;

    SpdciFace(EnvelopeReader envelopes, InquiryReader inquiries, AnswerWriter answers) {
        this.envelopes = envelopes;
        this.inquiries = inquiries;
        this.answers = answers;
    }

    /** Makes the searches of a message to the social registry the body. */
    public void social(Exchange exchange) throws IOException {
        receive(exchange, SOCIAL, Operation.SEARCH);
    }

    /** The same of one to the disability registry. */
    public void disability(Exchange exchange) throws IOException {
        receive(exchange, DISABLED, Operation.SEARCH);
    }

    /** Whether somebody is disabled. */
    public void disabled(Exchange exchange) throws IOException {
        receive(exchange, DISABLED, Operation.DISABLED);
    }

    /** The record of somebody who is. */
    public void disabilityInfo(Exchange exchange) throws IOException {
        receive(exchange, DISABLED, Operation.DISABILITY_INFO);
    }

    private void receive(Exchange exchange, String registry, Operation operation) throws IOException {
        Envelope envelope = envelopes.read(exchange, Operation.ACTION);
        Purpose purpose = Purpose.of(envelope.header().path("meta"), exchange.getMessage());
        Inquiry inquiry = inquiries.read(envelope, registry, operation, purpose);
        exchange.setProperty(Inquiry.PROPERTY, inquiry);
        exchange.getMessage().setBody(inquiry.searches());
    }

    /** Writes what came of them. */
    public void answer(Exchange exchange) {
        Inquiry inquiry = exchange.getProperty(Inquiry.PROPERTY, Inquiry.class);
        HttpAnswer.json(exchange.getMessage(), answers.signed(answers.of(inquiry)));
    }
}
