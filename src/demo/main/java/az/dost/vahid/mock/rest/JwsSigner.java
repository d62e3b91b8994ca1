package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.RestEndpoint;
import az.dost.vahid.mock.kit.RestEndpoint.Reply;
import az.dost.vahid.mock.kit.RestEndpoint.Request;
import az.dost.vahid.mock.kit.Substitutions;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Signs a mock agency's replies with a detached JWS (RFC 7515, appendix F) over the exact body bytes, ES256, in the
 * header {@value #HEADER}. Protected: the certificate, {@code iat} in seconds and {@code rid}, the request's
 * {@code X-Request-Id}.
 */
final class JwsSigner {
    static final String HEADER = "X-JWS-Signature";
    private final String agency;
    private final DemoKeys keys;
    private final Substitutions replies;

    JwsSigner(String agency, DemoKeys keys, Substitutions replies) {
        this.agency = agency;
        this.keys = keys;
        this.replies = replies;
        // The gateway pins the certificate before the first answer is signed.
        keys.agency(agency, "EC");
    }

    /** The endpoint with every reply of it signed, whatever its status. */
    RestEndpoint signing(RestEndpoint endpoint) {
        return request -> sign(request, endpoint.answer(request));
    }

    /** The reply as it is when a fault leaves the agency without a key. */
    Reply sign(Request request, Reply truth) throws JOSEException, CertificateEncodingException {
        Reply reply = replies.of(agency, truth);
        Optional<Credential> signer = keys.signer(agency, "EC");
        return signer.isEmpty()
                ? reply
                : reply.with(HEADER, jws(signer.get(), request.headers().get("x-request-id"), reply.body()));
    }

    private static String jws(Credential signer, String requestId, byte[] body)
            throws JOSEException, CertificateEncodingException {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .x509CertChain(List.of(Base64.encode(signer.certificate().getEncoded())))
                .customParam("iat", Instant.now().getEpochSecond());
        if (requestId != null) {
            header.customParam("rid", requestId);
        }
        JWSObject jws = new JWSObject(header.build(), new Payload(body));
        ECDSASigner ecdsa = new ECDSASigner(signer.key(), Curve.P_256);
        ecdsa.getJCAContext().setProvider(DemoKeys.CRYPTO.provider());
        jws.sign(ecdsa);
        return jws.serialize(true);
    }
}
