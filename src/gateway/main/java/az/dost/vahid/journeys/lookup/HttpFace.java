package az.dost.vahid.journeys.lookup;

import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.linked.LinkedForm;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.signature.DossierSigner;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The REST face of the lookup: requests in, signed dossiers out. */
public final class HttpFace {
    private final RequestReader reader;
    private final Dossiers dossiers;
    private final DossierSigner signer;
    private final DossierProvenance provenance;

    HttpFace(RequestReader reader, Dossiers dossiers, DossierSigner signer, DossierProvenance provenance) {
        this.provenance = provenance;
        this.reader = reader;
        this.dossiers = dossiers;
        this.signer = signer;
    }

    public Lookup receive(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        Form form = form(exchange);
        if (!BoundedBody.type(message).equals("application/json")) {
            throw new ProblemException(ProblemCode.MEDIA_TYPE_UNSUPPORTED, "Content-Type", null);
        }
        return Reception.receive(exchange, reader.read(BoundedBody.of(message, Reception.MAX_BODY)), form);
    }

    private static Form form(Exchange exchange) {
        Form form = Form.accepted(exchange.getMessage().getHeader("Accept", String.class));
        if (form == Form.CONTAINER && !FrontDoor.requester(exchange).evidence()) {
            throw new ProblemException(
                    ProblemCode.NOT_GRANTED,
                    "Accept",
                    "Your system has no grant for the agencies' original answers, which tell more than a"
                            + " service needs.");
        }
        return form;
    }

    public void answer(Exchange exchange, GivenDossier dossier) {
        give(exchange.getMessage(), dossier);
        exchange.getMessage().setHeader("Location", "/v1/dossiers/" + dossier.id());
    }

    /**
     * As it was given out before, or, to whoever may have that, where it is from as linked data, which are unsigned.
     */
    public void again(Exchange exchange) {
        Message message = exchange.getMessage();
        Optional<LinkedForm> linked = LinkedForm.wanted(message.getHeader("Accept", String.class), Form.mediaTypes());
        Form form = linked.isPresent() ? Form.JSON : form(exchange);
        GivenDossier dossier = dossiers.again(id(message.getHeader("id", String.class)), Caller.of(exchange), form);
        if (linked.isPresent()) {
            HttpAnswer.bytes(
                    message,
                    linked.get().mediaType(),
                    linked.get().bytes(provenance.of(Dossiers.read(dossier.body()))));
        } else {
            give(message, dossier);
        }
    }

    /**
     * Gives out a dossier that was made for another requester, in the form that the caller accepts. Whoever calls this
     * has seen to it that the caller may have it.
     *
     * @throws ProblemException as {@link Dossiers#again}; NOT_GRANTED where the caller has no grant for original
     *     answers and accepts nothing else; NOT_ACCEPTABLE
     */
    public void ofAnother(Exchange exchange, UUID dossier, Requester owner) {
        Form form = form(exchange);
        give(exchange.getMessage(), dossiers.again(dossier, new Caller(owner, null, false), form));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.DOSSIER_UNKNOWN);
        }
    }

    private static void give(Message message, GivenDossier dossier) {
        HttpAnswer.bytes(message, dossier.form().mediaType(), dossier.body());
        if (dossier.signature() != null) {
            message.setHeader(HttpAnswer.SIGNATURE, dossier.signature());
        }
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
