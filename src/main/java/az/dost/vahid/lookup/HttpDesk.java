package az.dost.vahid.lookup;

import az.dost.vahid.access.AccessPolicy;
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
    static final int MAX_BODY = 64 * 1024;
    private static final String FORM = "vahid.form";
    private final AccessPolicy access;
    private final RequestReader reader;
    private final Seal seal;
    private final DossierSigner signer;

    public HttpDesk(AccessPolicy access, RequestReader reader, Seal seal, DossierSigner signer) {
        this.access = access;
        this.reader = reader;
        this.seal = seal;
        this.signer = signer;
    }

    /** Authenticates first: an unknown caller learns nothing of its request. */
    public void receive(Exchange exchange) throws IOException {
        long received = System.nanoTime();
        Message message = exchange.getMessage();
        Requester requester = access.authenticate(message.getHeader("Authorization", String.class));
        exchange.setProperty(FORM, Form.accepted(message.getHeader("Accept", String.class)));
        checkType(message.getHeader(Exchange.CONTENT_TYPE, String.class));
        Lookup lookup = new Lookup(requester, reader.read(body(message)), received);
        message.removeHeaders("*");
        message.setBody(lookup);
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

    private static byte[] body(Message message) throws IOException {
        InputStream in = message.getBody(InputStream.class);
        byte[] body = in == null ? new byte[0] : in.readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw new ProblemException(ProblemCode.REQUEST_TOO_LARGE);
        }
        return body;
    }

    public void answer(Exchange exchange) {
        give(exchange.getMessage(), seal.seal(exchange.getMessage().getBody(Lookup.class), exchange.getProperty(FORM, Form.class)));
    }

    public void again(Exchange exchange) {
        Message message = exchange.getMessage();
        Requester requester = access.authenticate(message.getHeader("Authorization", String.class));
        Form form = Form.accepted(message.getHeader("Accept", String.class));
        give(message, seal.again(id(message.getHeader("id", String.class)), requester.id(), form)
                .orElseThrow(() -> new ProblemException(ProblemCode.DOSSIER_UNKNOWN)));
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
        message.setHeader("Cache-Control", "no-store");
        if (sealed.signature() != null) {
            message.setHeader("Vahid-Signature", sealed.signature());
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
