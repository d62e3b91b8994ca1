package az.dost.vahid.sources.ingest;

import az.dost.vahid.mock.kit.Credential;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.xml.security.Init;
import org.apache.xml.security.algorithms.MessageDigestAlgorithm;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.apache.xml.security.utils.XMLUtils;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Signs as the agencies do, with other libraries' other halves than the gateway verifies with where there are two. */
public final class TestSignatures {
    static {
        Init.init();
    }

    public static byte[] cms(byte[] content, Credential signer) {
        return cms(content, signer, "SHA256with" + (signer.key().getAlgorithm().equals("EC") ? "ECDSA" : "RSA"));
    }

    public static byte[] cms(byte[] content, Credential signer, String algorithm) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .build(new JcaContentSignerBuilder(algorithm).build(signer.key()), signer.certificate()));
            generator.addCertificate(new JcaX509CertificateHolder(signer.certificate()));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded("DER");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A defence document with the rows element signed by its Id, the signature before it. */
    public static byte[] xml(String rows, Credential signer) {
        return xml(
                rows, signer, XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256, MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA256);
    }

    public static byte[] xml(String rows, Credential signer, String signatureAlgorithm, String digestAlgorithm) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(("<HerbiUcot xmlns=\"urn:az:mod:herbi-ucot:2\""
                                    + " versiya=\"2\"><Qeydler Id=\"q1\">" + rows + "</Qeydler></HerbiUcot>")
                            .getBytes("UTF-8")));
            Element root = document.getDocumentElement();
            ((Element) root.getFirstChild()).setIdAttribute("Id", true);
            XMLSignature signature =
                    new XMLSignature(document, "", signatureAlgorithm, Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
            root.insertBefore(signature.getElement(), root.getFirstChild());
            Transforms transforms = new Transforms(document);
            transforms.addTransform(Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
            signature.addDocument("#q1", transforms, digestAlgorithm);
            signature.addKeyInfo(signer.certificate());
            signature.sign(signer.key());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            XMLUtils.outputDOM(document, out, true);
            return out.toByteArray();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    record Entry(String name, byte[] content) {}

    public static byte[] zip(byte[] document) {
        return zip(List.of(new Entry("HERBI_UCOT.xml", document)));
    }

    public static byte[] zip(List<Entry> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Entry entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                zip.write(entry.content());
                zip.closeEntry();
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private TestSignatures() {}
}
