package az.dost.vahid.signature;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.signature.key.ProofException;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Proof kind {@code jws-detached}: RFC 7515, appendix F, over the exact bytes of the reply's body. */
public final class DetachedJws {
    private static final int MAX_LENGTH = 8192;
    private final PinnedCertificate pinned;
    private final JWSAlgorithm algorithm;
    private final JWSVerifier verifier;
    private final Duration maxAge;

    /** The only algorithm accepted follows from the pinned key: ES256 for EC, RS256 for RSA. */
    public DetachedJws(PinnedCertificate pinned, Duration maxAge, CryptoProvider crypto) {
        this.pinned = pinned;
        this.maxAge = maxAge;
        try {
            if (pinned.certificate().getPublicKey() instanceof ECPublicKey ec) {
                algorithm = JWSAlgorithm.ES256;
                ECDSAVerifier ecdsa = new ECDSAVerifier(pinned.key() instanceof ECPublicKey own ? own : ec);
                ecdsa.getJCAContext().setProvider(crypto.provider());
                verifier = ecdsa;
            } else {
                algorithm = JWSAlgorithm.RS256;
                RSASSAVerifier rsa = new RSASSAVerifier((RSAPublicKey) pinned.key());
                rsa.getJCAContext().setProvider(crypto.provider());
                verifier = rsa;
            }
        } catch (JOSEException e) {
            throw new IllegalStateException("The agency's key cannot verify a JWS", e);
        }
    }

    /**
     * 1. read the header; 2. allow one algorithm and no critical extension; 3. compare the certificate; 4. verify; 5.
     * check {@code iat} and, where the request has an id, {@code rid}.
     *
     * @param jws the header's value, {@code protected..signature}; null when the reply has none
     * @param requestId null when the answer is bound to the request in another way
     * @throws ProofException when any step fails
     */
    public void verify(String jws, byte[] payload, String requestId) {
        if (jws == null || jws.isEmpty()) {
            throw new ProofException(Reason.SIGNATURE_MISSING, "The reply has no detached JWS");
        }
        String[] parts = jws.split("\\.", -1);
        if (parts.length != 3 || !parts[1].isEmpty() || jws.length() > MAX_LENGTH) {
            throw new ProofException(Reason.SIGNATURE_INVALID, "The JWS is not of the detached form");
        }
        try {
            // The JDK's decoders: the library's own take as long as the rest of the check.
            Map<String, Object> members =
                    JSONObjectUtils.parse(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8));
            if (members == null || !algorithm.getName().equals(members.get("alg"))) {
                throw new ProofException(Reason.SIGNATURE_NOT_ALLOWED, "The JWS has an algorithm that is not allowed");
            }
            JWSHeader header = JWSHeader.parse(members, new Base64URL(parts[0]));
            if (header.getCriticalParams() != null || !header.isBase64URLEncodePayload()) {
                throw new ProofException(Reason.SIGNATURE_NOT_ALLOWED, "The JWS has an extension that is not allowed");
            }
            if (header.getX509CertChain() != null && !header.getX509CertChain().isEmpty()) {
                pinned.checkPresented(Base64.getMimeDecoder()
                        .decode(header.getX509CertChain().get(0).toString()));
            }
            pinned.checkValid();
            if (!verifier.verify(header, SigningInput.of(parts[0], payload), new Base64URL(parts[2]))) {
                throw new ProofException(Reason.SIGNATURE_INVALID, "The JWS does not hold with the agency's key");
            }
            checkBinding(header, requestId);
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw new ProofException(Reason.SIGNATURE_INVALID, "The JWS cannot be read");
        }
    }

    private void checkBinding(JWSHeader header, String requestId) {
        if (requestId != null && !requestId.equals(header.getCustomParam("rid"))) {
            throw new ProofException(Reason.OTHER_REQUEST, "The JWS answers another request");
        }
        if (!pinned.timed()) {
            return;
        }
        double age = header.getCustomParam("iat") instanceof Number iat
                ? Instant.now().getEpochSecond() - iat.doubleValue()
                : Double.NaN;
        if (age < -maxAge.toSeconds()) {
            throw new ProofException(Reason.DATED_AHEAD, "The JWS is of a time that lies ahead");
        }
        if (!(age <= maxAge.toSeconds())) {
            throw new ProofException(Reason.TOO_OLD, "The JWS was not made just now");
        }
    }
}
