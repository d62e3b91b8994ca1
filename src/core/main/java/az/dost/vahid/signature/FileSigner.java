package az.dost.vahid.signature;

import az.dost.vahid.signature.key.GatewayKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.cert.CertificateEncodingException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Signs files of any length: CMS SignedData (RFC 5652), detached, ECDSA with SHA-256, with the certificate that signs
 * dossiers. It is CAdES baseline B (ETSI EN 319 122-1): the signing time and the certificate's digest are signed as
 * well.
 */
public final class FileSigner {
    private final DossierSigner signer;

    public FileSigner(DossierSigner signer) {
        this.signer = signer;
    }

    /**
     * Reads the content once, holding none of it.
     *
     * @return the signature, DER
     * @throws IOException when the content cannot be read
     */
    public byte[] sign(InputStream content) throws IOException {
        GatewayKeys.Pair pair = signer.pair();
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(
                            new DefaultSignedAttributeTableGenerator(CadesAttributes.naming(pair.certificate())))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.key()), pair.certificate()));
            generator.addCertificates(new JcaCertStore(pair.certificates()));
            return generator.generate(new Typed(content), false).getEncoded();
        } catch (CMSException e) {
            throw new IOException("The file cannot be read or signed", e);
        } catch (OperatorCreationException | CertificateEncodingException e) {
            throw new IllegalStateException("The file cannot be signed", e);
        }
    }

    private record Typed(InputStream content) implements CMSTypedData {
        @Override
        public ASN1ObjectIdentifier getContentType() {
            return CMSObjectIdentifiers.data;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            content.transferTo(out);
        }

        @Override
        public Object getContent() {
            return content;
        }
    }
}
