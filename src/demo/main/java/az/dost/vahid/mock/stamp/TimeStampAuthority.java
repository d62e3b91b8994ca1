package az.dost.vahid.mock.stamp;

import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.RestEndpoint.Reply;
import az.dost.vahid.mock.kit.RestEndpoint.Request;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** A time-stamp authority (RFC 3161 over HTTP, section 3.4). */
@Component
public final class TimeStampAuthority {
    private static final String ID = "time-stamps";
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");
    private final TimeStampResponseGenerator responses;
    private final AtomicLong serial = new AtomicLong(System.currentTimeMillis());

    @Autowired
    public TimeStampAuthority(MockServer server, DemoKeys keys) {
        this(keys);
        server.rest(ID, this::answer);
    }

    /** Without a server. */
    public TimeStampAuthority(DemoKeys keys) {
        Credential own = keys.timeStamps();
        try {
            DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", own.key(), own.certificate()),
                    digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                    POLICY);
            tokens.addCertificates(new JcaCertStore(List.of(own.certificate())));
            responses = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
        } catch (OperatorCreationException | GeneralSecurityException | TSPException e) {
            throw new IllegalStateException(e);
        }
    }

    private Reply answer(Request request) throws IOException, TSPException {
        if (!request.method().equals("POST") || request.body().length == 0) {
            return Reply.of(400, "text/plain", new byte[0]);
        }
        return Reply.of(200, "application/timestamp-reply", stamp(request.body()));
    }

    /** The answer to a request, both DER. */
    public byte[] stamp(byte[] request) throws IOException, TSPException {
        return stamp(request, Instant.now());
    }

    /** @param at the time that the stamp says */
    public byte[] stamp(byte[] request, Instant at) throws IOException, TSPException {
        return responses
                .generate(new TimeStampRequest(request), BigInteger.valueOf(serial.incrementAndGet()), Date.from(at))
                .getEncoded();
    }
}
