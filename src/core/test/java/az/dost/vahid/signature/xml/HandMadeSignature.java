package az.dost.vahid.signature.xml;

import az.dost.vahid.signature.key.Agency;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.ArrayList;
import java.util.List;
import org.apache.xml.security.Init;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.signature.XMLSignatureByteInput;
import org.apache.xml.security.signature.XMLSignatureInput;
import org.apache.xml.security.transforms.Transforms;
import org.apache.xml.security.utils.resolver.ResourceResolverContext;
import org.apache.xml.security.utils.resolver.ResourceResolverSpi;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A correct XML signature with whatever algorithms, transforms and references a test wants. */
final class HandMadeSignature {
    static final String EXCLUSIVE = Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS;
    static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    static {
        Init.init();
    }

    private String algorithm = XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256;
    private String canonicalization = EXCLUSIVE;
    private String digest = SHA256;
    private Key key = Agency.RSA.key();
    private final List<SignedReference> references = new ArrayList<>();

    private record SignedReference(String uri, List<Step> transforms) {}

    /** A transform; parameters are XML text, null when it has none. */
    record Step(String algorithm, String parameters) {}

    HandMadeSignature algorithm(String uri) {
        algorithm = uri;
        return this;
    }

    HandMadeSignature canonicalization(String uri) {
        canonicalization = uri;
        return this;
    }

    HandMadeSignature digest(String uri) {
        digest = uri;
        return this;
    }

    HandMadeSignature key(Key signing) {
        key = signing;
        return this;
    }

    HandMadeSignature over(String uri, String... transforms) {
        references.add(new SignedReference(
                uri,
                List.of(transforms).stream().map(name -> new Step(name, null)).toList()));
        return this;
    }

    HandMadeSignature over(String uri, Step... transforms) {
        references.add(new SignedReference(uri, List.of(transforms)));
        return this;
    }

    /** Signs and appends the signature to an element; Ids must be declared. */
    Element into(Element parent) {
        Document document = parent.getOwnerDocument();
        try {
            XMLSignature signature = new XMLSignature(document, "", algorithm, canonicalization);
            parent.appendChild(signature.getElement());
            signature.addResourceResolver(new Outside());
            for (SignedReference reference : references) {
                Transforms transforms = reference.transforms.isEmpty() ? null : new Transforms(document);
                for (Step step : reference.transforms) {
                    if (step.parameters == null) {
                        transforms.addTransform(step.algorithm);
                    } else {
                        Document parameters = XmlFactories.parse(step.parameters.getBytes(StandardCharsets.UTF_8));
                        transforms.addTransform(
                                step.algorithm, (Element) document.importNode(parameters.getDocumentElement(), true));
                    }
                }
                signature.addDocument(reference.uri, transforms, digest);
            }
            signature.sign(key);
            return signature.getElement();
        } catch (XMLSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** What a reference to another document would bring. */
    private static final class Outside extends ResourceResolverSpi {
        @Override
        public XMLSignatureInput engineResolveURI(ResourceResolverContext context) {
            return new XMLSignatureByteInput("outside".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean engineCanResolveURI(ResourceResolverContext context) {
            return context.uriToResolve != null && context.uriToResolve.contains(":");
        }
    }
}
