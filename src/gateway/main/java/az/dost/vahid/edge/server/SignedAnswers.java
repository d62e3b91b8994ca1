package az.dost.vahid.edge.server;

import az.dost.vahid.signature.DossierSigner;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Signs answers as HTTP messages (RFC 9421) where a request asks for it, with the address that was asked and the
 * status: what the detached JWS over the body does not tell. Only what bears that JWS is signed: it is made for whoever
 * is known, and a signature costs.
 */
final class SignedAnswers extends Handler.Wrapper {
    private final Supplier<DossierSigner> signer;

    /** @param signer asked for with the first signature */
    SignedAnswers(Supplier<DossierSigner> signer, Handler next) {
        super(next);
        this.signer = signer;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String wanted = request.getHeaders().get(WantedSignature.HEADER);
        // A provider's answer to a member is the provider's to sign, and HEAD has no body of which to tell.
        if (wanted == null
                || Face.of(request).member()
                || Request.unWrap(request).getMethod().equals("HEAD")) {
            return super.handle(request, response, callback);
        }
        SignedAnswer answer = new SignedAnswer(request, response, WantedSignature.of(wanted), signer);
        return super.handle(request, answer, new Callback.Nested(callback) {
            @Override
            public void succeeded() {
                answer.end(getCallback());
            }
        });
    }
}
