package az.dost.vahid.mock.file;

import az.dost.vahid.signature.xml.XmlFactories;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.stax.ext.InboundXMLSec;
import org.apache.xml.security.stax.ext.XMLSec;
import org.apache.xml.security.stax.ext.XMLSecurityProperties;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableFile;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Checks drops against a pinned certificate, with other tools than those that signed them. */
final class Proofs {
    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";

    static boolean cms(Path drop, X509Certificate pinned) throws Exception {
        byte[] signature = Files.readAllBytes(drop.resolveSibling(drop.getFileName() + CmsSeal.SUFFIX));
        try {
            CMSSignedData signed = new CMSSignedData(new CMSProcessableFile(drop.toFile()), signature);
            SignerInformation signer = signed.getSignerInfos().iterator().next();
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(pinned));
        } catch (CMSException | OperatorCreationException e) {
            return false;
        }
    }

    /**
     * In one pass, as the gateway must with a large file; the number of elements read, or an exception of Santuario's.
     */
    static int stax(byte[] xml, X509Certificate pinned) throws Exception {
        XMLSecurityProperties properties = new XMLSecurityProperties();
        properties.setSignatureVerificationKey(pinned.getPublicKey());
        InboundXMLSec inbound = XMLSec.getInboundWSSec(properties);
        // Not Aalto: under Santuario 4.0.4 its events give another digest.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = inbound.processInMessage(factory.createXMLStreamReader(new ByteArrayInputStream(xml)));
        int elements = 0;
        try {
            while (reader.hasNext()) {
                elements += reader.next() == XMLStreamReader.START_ELEMENT ? 1 : 0;
            }
        } finally {
            reader.close();
        }
        return elements;
    }

    static boolean dom(byte[] xml, X509Certificate pinned) throws Exception {
        Document document = XmlFactories.parse(xml);
        Element rows = (Element) document.getElementsByTagNameNS(DefenceSeal.NAMESPACE, "Qeydler")
                .item(0);
        rows.setIdAttribute("Id", true);
        XMLSignature signature = new XMLSignature(
                (Element) document.getElementsByTagNameNS(DS, "Signature").item(0), "");
        return signature.checkSignatureValue(pinned.getPublicKey());
    }

    private Proofs() {}
}
