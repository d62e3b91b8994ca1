package az.dost.vahid.signature;

import az.dost.vahid.signature.key.ChangedException;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** Time-stamps (RFC 3161) over SHA-256 digests, of one authority whose certificate is known. */
public final class TimeStamps {
    public static final String REQUEST_TYPE = "application/timestamp-query";
    private static final int NONCE_BITS = 64;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final X509Certificate authority;

    public TimeStamps(X509Certificate authority) {
        this.authority = authority;
    }

    /** A request for a stamp, DER. */
    public static byte[] request(byte[] digest) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        try {
            return generator
                    .generate(NISTObjectIdentifiers.id_sha256, digest, new BigInteger(NONCE_BITS, RANDOM))
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The token of an answer, DER.
     *
     * @throws ChangedException when it does not answer the request, or is not the authority's
     */
    public byte[] token(byte[] request, byte[] answer) {
        try {
            TimeStampResponse response = new TimeStampResponse(answer);
            response.validate(new TimeStampRequest(request));
            if (response.getTimeStampToken() == null) {
                throw new ChangedException("The time-stamp authority refused: status " + response.getStatus());
            }
            validate(response.getTimeStampToken());
            return response.getTimeStampToken().getEncoded();
        } catch (ChangedException e) {
            throw e;
        } catch (TSPException | IOException | RuntimeException e) {
            // The last one: Bouncy Castle stumbles over what is missing.
            throw new ChangedException("The time-stamp authority's answer is not valid");
        }
    }

    /**
     * When the authority saw what has this digest.
     *
     * @throws ChangedException when the token does not hold
     */
    public Instant check(byte[] token, byte[] digest) {
        try {
            TimeStampToken stamp = new TimeStampToken(new CMSSignedData(token));
            validate(stamp);
            if (!Arrays.equals(stamp.getTimeStampInfo().getMessageImprintDigest(), digest)) {
                throw new ChangedException("The time-stamp is of something else");
            }
            return stamp.getTimeStampInfo().getGenTime().toInstant();
        } catch (ChangedException e) {
            throw e;
        } catch (TSPException | CMSException | IOException | RuntimeException e) {
            throw new ChangedException("The time-stamp cannot be read, or is not of the authority");
        }
    }

    /**
     * Whether a token says that it is this authority's; {@link #check} tells whether it is.
     *
     * @throws ChangedException when it cannot be read
     */
    public boolean named(byte[] token) {
        try {
            return new TimeStampToken(new CMSSignedData(token)).getSID().match(new JcaX509CertificateHolder(authority));
        } catch (TSPException | CMSException | IOException | CertificateEncodingException | RuntimeException e) {
            throw new ChangedException("The time-stamp cannot be read");
        }
    }

    private void validate(TimeStampToken token) throws TSPException, IOException {
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(authority));
            if (CarriedCertificates.lack(token.getEncoded(), authority)) {
                throw new ChangedException("The time-stamp carries another certificate than the authority's");
            }
        } catch (OperatorCreationException | CertificateEncodingException e) {
            throw new IllegalStateException("The authority's certificate cannot verify", e);
        }
    }
}
