package az.dost.vahid.mock.stamp;

import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.RestEndpoint.Reply;
import az.dost.vahid.mock.kit.RestEndpoint.Request;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The authority that issued the certificates of the key of dossiers and of the time-stamps: its own certificate, its
 * revocation list (RFC 5280, section 5) and its answers about one certificate (OCSP, RFC 6960).
 */
@Component
public final class CertificateAuthority {
    private static final String ID = "authority";
    private static final Duration VALID = Duration.ofDays(7);
    private final Credential own;
    private final Map<BigInteger, Instant> revoked = new ConcurrentHashMap<>();

    @Autowired
    public CertificateAuthority(MockServer server, DemoKeys keys) {
        this(keys);
        server.rest(ID, this::answer);
    }

    /** Without a server. */
    public CertificateAuthority(DemoKeys keys) {
        own = keys.authority();
    }

    /** From now on it says so; not beyond the end of the process. */
    public void revoke(X509Certificate certificate, Instant at) {
        revoked.put(certificate.getSerialNumber(), at);
    }

    private Reply answer(Request request) throws GeneralSecurityException, IOException, OCSPException {
        return switch (request.path()) {
            case "/authority.cer" ->
                Reply.of(200, "application/pkix-cert", own.certificate().getEncoded());
            case "/revoked.crl" -> Reply.of(200, "application/pkix-crl", list(Instant.now()));
            case "/ocsp" ->
                request.method().equals("POST")
                        ? Reply.of(200, "application/ocsp-response", status(request.body()))
                        : Reply.of(405, "text/plain", new byte[0]);
            default -> Reply.of(404, "text/plain", new byte[0]);
        };
    }

    /** The list as of a moment, DER. */
    public byte[] list(Instant at) {
        try {
            X509v2CRLBuilder list =
                    new X509v2CRLBuilder(new JcaX509CertificateHolder(own.certificate()).getSubject(), Date.from(at));
            list.setNextUpdate(Date.from(at.plus(VALID)));
            revoked.forEach((serial, since) -> list.addCRLEntry(serial, Date.from(since), CRLReason.keyCompromise));
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(at.toEpochMilli())));
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(own.certificate()));
            return list.build(signer()).getEncoded();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] status(byte[] asked) throws OCSPException, IOException, GeneralSecurityException {
        OCSPReq request;
        try {
            request = new OCSPReq(asked);
        } catch (IOException | RuntimeException e) {
            return new OCSPRespBuilder()
                    .build(OCSPRespBuilder.MALFORMED_REQUEST, null)
                    .getEncoded();
        }
        DigestCalculator sha1 = digests(RespID.HASH_SHA1);
        BasicOCSPRespBuilder answers = new BasicOCSPRespBuilder(
                SubjectPublicKeyInfo.getInstance(
                        own.certificate().getPublicKey().getEncoded()),
                sha1);
        Date now = new Date();
        for (Req one : request.getRequestList()) {
            Instant since = revoked.get(one.getCertID().getSerialNumber());
            answers.addResponse(
                    one.getCertID(),
                    since == null
                            ? CertificateStatus.GOOD
                            : new RevokedStatus(Date.from(since), CRLReason.keyCompromise),
                    now,
                    Date.from(now.toInstant().plus(VALID)));
        }
        Extension nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (nonce != null) {
            answers.setResponseExtensions(new Extensions(nonce));
        }
        OCSPResp response = new OCSPRespBuilder()
                .build(
                        OCSPRespBuilder.SUCCESSFUL,
                        answers.build(
                                signer(),
                                new X509CertificateHolder[] {new JcaX509CertificateHolder(own.certificate())},
                                now));
        return response.getEncoded();
    }

    private static DigestCalculator digests(AlgorithmIdentifier algorithm) {
        try {
            return new JcaDigestCalculatorProviderBuilder().build().get(algorithm);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private ContentSigner signer() {
        try {
            return new JcaContentSignerBuilder("SHA256withECDSA").build(own.key());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
