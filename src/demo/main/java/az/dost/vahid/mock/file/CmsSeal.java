package az.dost.vahid.mock.file;

import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ContentHints;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableFile;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Leaves the drop as it is and a detached CMS signature (RFC 5652, DER) in a file beside it, data first, signature
 * last.
 */
final class CmsSeal implements Packing {
    static final String SUFFIX = ".p7s";

    @Override
    public List<Path> write(Drop drop, Path folder, Optional<Credential> signer) throws IOException {
        Path data = folder.resolve(drop.name());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(data), 1 << 16)) {
            drop.content().write(out);
        }
        Path signature = folder.resolve(drop.name() + SUFFIX);
        Files.write(signature, signer.isEmpty() ? new byte[0] : sign(data, drop.name(), signer.get()));
        return List.of(data, signature);
    }

    private static byte[] sign(Path data, String name, Credential signer) throws IOException {
        String algorithm = signer.key().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            // The name is signed too: nobody gives the file another date, kind or number.
            AttributeTable named = new AttributeTable(new Attribute(
                    PKCSObjectIdentifiers.id_aa_contentHint,
                    new DERSet(new ContentHints(PKCSObjectIdentifiers.data, new DERUTF8String(name)))));
            JcaContentSignerBuilder signature = new JcaContentSignerBuilder(algorithm);
            if (DemoKeys.CRYPTO.provider() != null) {
                signature.setProvider(DemoKeys.CRYPTO.provider());
            }
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(named))
                            .build(signature.build(signer.key()), signer.certificate()));
            generator.addCertificate(new JcaX509CertificateHolder(signer.certificate()));
            return generator
                    .generate(new CMSProcessableFile(data.toFile()), false)
                    .getEncoded("DER");
        } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
