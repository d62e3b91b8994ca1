package az.dost.vahid.lookup;

import az.dost.vahid.access.Requester;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.signature.DossierSigner;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The REST face of the lookup: requests in, sealed dossiers out. */
public final class HttpDesk {
    static final String SIGNATURE = "Vahid-Signature";
    private static final String FORM = "vahid.form";
    private final Reception reception;
    private final RequestReader reader;
    private final Seal seal;
    private final DossierSigner signer;

    HttpDesk(Reception reception, RequestReader reader, Seal seal, DossierSigner signer) {
        this.reception = reception;
        this.reader = reader;
        this.seal = seal;
        this.signer = signer;
    }

    public void receive(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        reception.receive(exchange, () -> {
            exchange.setProperty(FORM, form(exchange));
            checkType(message.getHeader(Exchange.CONTENT_TYPE, String.class));
            return reader.read(Reception.bounded(message.getBody(InputStream.class)));
        });
    }

    private static Form form(Exchange exchange) {
        Form form = Form.accepted(exchange.getMessage().getHeader("Accept", String.class));
        if (form == Form.CONTAINER && !Reception.requester(exchange).evidence()) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, "Accept",
                    "Your system has no grant for the agencies' original answers, which tell more than a service needs.");
        }
        return form;
    }

    private static void checkType(String type) {
        try {
            if (type != null && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(type))) {
                return;
            }
        } catch (InvalidMediaTypeException e) {
            // answered like any other type that is not JSON
        }
        throw new ProblemException(ProblemCode.MEDIA_TYPE_UNSUPPORTED, "Content-Type", null);
    }

    public void answer(Exchange exchange) {
        Lookup lookup = exchange.getMessage().getBody(Lookup.class);
        give(exchange.getMessage(), seal.seal(lookup, exchange.getProperty(FORM, Form.class)));
        exchange.getMessage().setHeader("Location", "/v1/dossiers/" + lookup.id);
    }

    /** For faces beside the lookup: who asks stands in the property {@link Requester#PROPERTY} then. */
    public void identify(Exchange exchange) {
        reception.identify(exchange);
    }

    public void again(Exchange exchange) {
        Message message = exchange.getMessage();
        Requester requester = reception.identify(exchange);
        Form form = form(exchange);
        give(message, seal.again(id(message.getHeader("id", String.class)), requester.id(), form));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.DOSSIER_UNKNOWN);
        }
    }

    private static void give(Message message, Sealed sealed) {
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, sealed.form().mediaType());
        // Its length is known: one packet less, and the receiver knows it too.
        message.setHeader(Exchange.HTTP_CHUNKED, false);
        message.setHeader("Cache-Control", "no-store");
        if (sealed.signature() != null) {
            message.setHeader(SIGNATURE, sealed.signature());
        }
        message.setBody(sealed.body());
    }

    public void keys(Exchange exchange) {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/jwk-set+json");
        exchange.getMessage().setBody(signer.jwks());
    }

    public void certificate(Exchange exchange) {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/x-pem-file");
        exchange.getMessage().setBody(signer.certificate());
    }
}
