package az.dost.vahid.signature;

import az.dost.vahid.signature.key.ChangedException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
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
import org.bouncycastle.util.encoders.Hex;

/**
 * Time-stamps (RFC 3161) over SHA-256 digests, of authorities whose certificates are known: the present one, and those
 * by which stamps of before are checked.
 */
public final class TimeStamps {
    public static final String REQUEST_TYPE = "application/timestamp-query";
    private static final int NONCE_BITS = 64;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final List<X509Certificate> authorities;

    /**
     * A stamp that holds.
     *
     * @param at when the authority saw what it stamped
     * @param by its certificate, which was valid then
     */
    public record Stamped(Instant at, X509Certificate by) {
        /**
         * Whether the certificate ended before a moment: then something has to show that the stamp was there before.
         */
        public boolean outlived(Instant now) {
            return by.getNotAfter().toInstant().isBefore(now);
        }
    }

    public TimeStamps(X509Certificate authority) {
        this(List.of(authority));
    }

    private TimeStamps(List<X509Certificate> authorities) {
        this.authorities = authorities;
    }

    /**
     * With all certificates of a file, PEM, one after another.
     *
     * @throws IllegalArgumentException naming the file when it holds none
     */
    public static TimeStamps of(Path file) {
        return new TimeStamps(GatewayProof.certificates(file));
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
     * When an authority saw what has this digest, and which.
     *
     * @throws ChangedException when the token does not hold
     */
    public Stamped check(byte[] token, byte[] digest) {
        try {
            TimeStampToken stamp = new TimeStampToken(new CMSSignedData(token));
            X509Certificate by = validate(stamp);
            if (!Arrays.equals(stamp.getTimeStampInfo().getMessageImprintDigest(), digest)) {
                throw new ChangedException("The time-stamp is of something else");
            }
            return new Stamped(stamp.getTimeStampInfo().getGenTime().toInstant(), by);
        } catch (ChangedException e) {
            throw e;
        } catch (TSPException | CMSException | IOException | RuntimeException e) {
            throw new ChangedException("The time-stamp cannot be read, or is not of the authority");
        }
    }

    /**
     * Whether a token says that it is of one of these authorities; {@link #check} tells whether it is.
     *
     * @throws ChangedException when it cannot be read
     */
    public boolean named(byte[] token) {
        try {
            return !named(new TimeStampToken(new CMSSignedData(token))).isEmpty();
        } catch (TSPException | CMSException | IOException | RuntimeException e) {
            throw new ChangedException("The time-stamp cannot be read");
        }
    }

    /**
     * Names the certificate that a token signs to be of (RFC 3161, section 2.4.1): two tokens of one certificate have
     * the same name.
     *
     * @throws ChangedException when it cannot be read
     */
    public static String signer(byte[] token) {
        try {
            AttributeTable signed = new TimeStampToken(new CMSSignedData(token)).getSignedAttributes();
            Attribute named = signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
            return Hex.toHexString((named == null ? signed.get(PKCSObjectIdentifiers.id_aa_signingCertificate) : named)
                    .getAttrValues()
                    .getEncoded());
        } catch (TSPException | CMSException | IOException | RuntimeException e) {
            throw new ChangedException("The time-stamp cannot be read");
        }
    }

    /** Several where authorities of one name gave out the same number. */
    private List<X509Certificate> named(TimeStampToken token) {
        return authorities.stream()
                .filter(one -> {
                    try {
                        return token.getSID().match(new JcaX509CertificateHolder(one));
                    } catch (CertificateEncodingException e) {
                        throw new IllegalStateException("The authority's certificate cannot be written", e);
                    }
                })
                .toList();
    }

    private X509Certificate validate(TimeStampToken token) throws TSPException, IOException {
        TSPException last = new TSPException("It names none of these certificates");
        for (X509Certificate authority : named(token)) {
            try {
                token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(authority));
                if (CarriedCertificates.lack(token.getEncoded(), authority)) {
                    throw new ChangedException("The time-stamp carries another certificate than the authority's");
                }
                return authority;
            } catch (TSPException e) {
                last = e;
            } catch (OperatorCreationException | CertificateEncodingException e) {
                throw new IllegalStateException("The authority's certificate cannot verify", e);
            }
        }
        throw last;
    }
}
