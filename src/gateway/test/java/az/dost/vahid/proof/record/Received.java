package az.dost.vahid.proof.record;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * An answer of the gateway that its caller has whole.
 *
 * @param signature the header Vahid-Signature, null for none
 * @param location of a dossier, null for a refusal
 */
record Received(Caller.Asked asked, int status, byte[] body, String signature, URI location) {
    static Received of(Caller.Asked asked, HttpResponse<byte[]> answer) {
        HttpHeaders headers = answer.headers();
        return new Received(
                asked,
                answer.statusCode(),
                answer.body(),
                headers.firstValue("Vahid-Signature").orElse(null),
                headers.firstValue("Location").map(URI::create).orElse(null));
    }

    boolean dossier() {
        return status == 200;
    }

    /** Whether it is told by a gateway that is starting and takes nothing in: unsigned, on no record. */
    boolean notReady() {
        return signature == null && text().contains("NOT_READY");
    }

    /** The last part of the location. */
    String id() {
        return location.getPath().substring(location.getPath().lastIndexOf('/') + 1);
    }

    /** Whether another answer gives the same bytes under the same signature. */
    boolean same(HttpResponse<byte[]> again) {
        return again.statusCode() == status
                && Arrays.equals(again.body(), body)
                && again.headers().firstValue("Vahid-Signature").equals(Optional.ofNullable(signature));
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
