package az.dost.vahid.signature;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.FileSignature;
import az.dost.vahid.signature.xml.Seal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateEncodingException;
import java.util.Collection;
import java.util.Set;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.CMSTypedStream;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Proof kind {@code cms-detached}: RFC 5652 SignedData (DER) beside the file, one signer, SHA-256, in bounded memory.
 */
public final class DetachedCms {
    private static final Set<String> SIGNATURES = Set.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption.getId(),
            PKCSObjectIdentifiers.rsaEncryption.getId(),
            X9ObjectIdentifiers.ecdsa_with_SHA256.getId());
    private static final String SHA_256 = NISTObjectIdentifiers.id_sha256.getId();
    private final PinnedCertificate pinned;

    public DetachedCms(PinnedCertificate pinned) {
        this.pinned = pinned;
    }

    /**
     * 1. read the structure, the content being the file; 2. allow one signer and the algorithms named here; 3. compare
     * the certificate; 4. verify.
     *
     * @param content read to its end, not closed
     * @param cms the detached signature; empty when there is none
     * @throws ProofException when any step fails
     * @throws IOException when the content cannot be read
     */
    public Seal verify(InputStream content, byte[] cms) throws IOException {
        if (cms.length == 0) {
            throw new ProofException(Reason.SIGNATURE_MISSING, "The file's signature is empty");
        }
        GuardedContent guarded = new GuardedContent(content);
        try {
            CMSSignedDataParser parser = new CMSSignedDataParser(
                    new JcaDigestCalculatorProviderBuilder().build(), new CMSTypedStream(guarded), cms);
            parser.getSignedContent().drain();
            Collection<SignerInformation> signers = parser.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                throw new ProofException(Reason.SIGNATURE_NOT_ALLOWED, "The file must have exactly one signer");
            }
            SignerInformation signer = signers.iterator().next();
            allow(signer);
            compare(cms, parser, signer);
            pinned.checkValid();
            if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(pinned.certificate()))) {
                throw new ProofException(Reason.SIGNATURE_INVALID, "The signature does not hold over the file");
            }
            return new Seal(pinned.signer(), apart(signer), CadesAttributes.name(signer.getSignedAttributes()));
        } catch (ProofException e) {
            throw e;
        } catch (CMSException
                | OperatorCreationException
                | CertificateEncodingException
                | IOException
                | RuntimeException e) {
            guarded.rethrow();
            // Bouncy Castle reports a wrong digest, a wrong signing time and a broken structure alike, or stumbles over
            // the latter.
            throw new ProofException(
                    Reason.SIGNATURE_INVALID, "The signature cannot be processed or does not hold over the file", e);
        }
    }

    private FileSignature apart(SignerInformation signer) throws IOException {
        return new FileSignature(
                FileSignature.Kind.CMS_DETACHED,
                signer.getContentDigest(),
                signer.getEncodedSignedAttributes(),
                signer.getSignature(),
                pinned.certificate());
    }

    private static void allow(SignerInformation signer) {
        if (!SHA_256.equals(signer.getDigestAlgOID()) || !SIGNATURES.contains(signer.getEncryptionAlgOID())) {
            throw new ProofException(Reason.SIGNATURE_NOT_ALLOWED, "An algorithm of the signature is not allowed");
        }
    }

    private void compare(byte[] cms, CMSSignedDataParser parser, SignerInformation signer)
            throws CMSException, IOException, CertificateEncodingException {
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> sent = parser.getCertificates().getMatches(signer.getSID());
        for (X509CertificateHolder certificate : sent) {
            pinned.checkPresented(certificate.getEncoded());
        }
        if (!signer.getSID().match(new JcaX509CertificateHolder(pinned.certificate()))) {
            throw new ProofException(Reason.SIGNER_UNKNOWN, "The file's signature names another certificate");
        }
        if (CarriedCertificates.lack(cms, pinned.certificate())) {
            throw new ProofException(Reason.SIGNER_UNKNOWN, "The file's signature carries another certificate");
        }
    }

    /** Tells a file that cannot be read from a signature that cannot. */
    private static final class GuardedContent extends FilterInputStream {
        private IOException failure;

        GuardedContent(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        void rethrow() throws IOException {
            if (failure != null) {
                throw failure;
            }
        }
    }
}
