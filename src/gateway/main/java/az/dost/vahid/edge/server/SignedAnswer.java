package az.dost.vahid.edge.server;

import az.dost.vahid.edge.access.HttpComponents;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.server.WantedSignature.Component;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.key.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * An answer that is held until it is whole, and signed then. What is not to be signed goes out as it comes, so nobody
 * has anything held by asking; what is too long to be held goes out unsigned.
 */
final class SignedAnswer extends Response.Wrapper {
    private static final String DIGEST = "Content-Digest";
    private static final int MOST_HELD = 1 << 20;
    private final WantedSignature wanted;
    private final Supplier<DossierSigner> signer;
    /** Null where nothing is held: before the first bytes, and once they went out. */
    private ByteArrayOutputStream held;

    SignedAnswer(Request request, Response response, WantedSignature wanted, Supplier<DossierSigner> signer) {
        super(request, response);
        this.wanted = wanted;
        this.signer = signer;
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        if (held == null) {
            if (isCommitted() || !getHeaders().contains(HttpAnswer.SIGNATURE)) {
                super.write(last, content, callback);
                return;
            }
            held = new ByteArrayOutputStream();
        }
        if (content != null) {
            byte[] some = new byte[content.remaining()];
            content.get(some);
            held.writeBytes(some);
        }
        if (last || held.size() > MOST_HELD) {
            release(last, callback);
        } else {
            callback.succeeded();
        }
    }

    @Override
    public void reset() {
        held = null;
        super.reset();
    }

    /** Lets out what is held, where nobody said that it is whole. */
    void end(Callback callback) {
        if (held == null) {
            callback.succeeded();
        } else {
            release(true, callback);
        }
    }

    private void release(boolean last, Callback callback) {
        byte[] body = held.toByteArray();
        held = null;
        if (last) {
            sign(body);
        }
        super.write(last, ByteBuffer.wrap(body), callback);
    }

    private void sign(byte[] body) {
        HttpFields.Mutable headers = getHeaders();
        headers.put(
                DIGEST,
                "sha-256=:" + Base64.getEncoder().encodeToString(Sha256.digest().digest(body)) + ":");
        StringBuilder base = new StringBuilder();
        for (Component component : wanted.covered()) {
            String value = value(component);
            if (value == null) {
                // The caller asked for what there is not: he finds no signature, and knows.
                return;
            }
            base.append(component.identifier()).append(": ").append(value).append('\n');
        }
        String input = input();
        base.append("\"@signature-params\": ").append(input);
        headers.put("Signature-Input", wanted.label() + "=" + input);
        headers.put(
                "Signature",
                wanted.label() + "=:"
                        + Base64.getEncoder()
                                .encodeToString(signer.get()
                                        .plainSignature(base.toString().getBytes(StandardCharsets.US_ASCII)))
                        + ":");
    }

    /** RFC 9421, section 2.3. */
    private String input() {
        return wanted.covered().stream().map(Component::identifier).collect(Collectors.joining(" ", "(", ")"))
                + ";created=" + Instant.now().getEpochSecond()
                + ";keyid=\"" + signer.get().kid() + "\";alg=\"ecdsa-p256-sha256\""
                + (wanted.nonce() == null ? "" : ";nonce=\"" + wanted.nonce() + "\"");
    }

    /** Null for what there is not. */
    private String value(Component component) {
        Request request = getRequest();
        return switch (component.name()) {
            case "@status" -> String.valueOf(getStatus());
            case "@method" -> request.getMethod();
            case "@authority" -> HttpComponents.authority(request.getHeaders().get("Host"), request.isSecure());
            case "@path" -> request.getHttpURI().getPath();
            case "@query" -> HttpComponents.query(request.getHttpURI().getQuery());
            default ->
                HttpComponents.field(
                        (component.req() ? request.getHeaders() : getHeaders()).getValuesList(component.name()));
        };
    }
}
