package az.dost.vahid.signature.container;

import az.dost.vahid.signature.XadesShape;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.XmlFactories;
import java.util.List;
import java.util.Map;

/** The part of a container that is its signature. Its shape is looked at before the library reads it. */
record SignaturePart(String name, XadesShape shape) {
    private static final String META = "META-INF/";

    /** @throws ChangedException when there is none, or several, or it has what it does not cover */
    static SignaturePart of(Map<String, byte[]> parts) {
        // The library's own parser would take a document type, and tell the console what it stumbled over.
        parts.forEach((name, part) -> {
            if (name.startsWith(META) && name.endsWith(".xml")) {
                parse(name, part);
            }
        });
        List<String> names = parts.keySet().stream()
                .filter(name -> name.startsWith(META + "signatures") && name.endsWith(".xml"))
                .toList();
        if (names.size() != 1) {
            throw new ChangedException("The container must have one signature, and has " + names.size());
        }
        return new SignaturePart(names.get(0), XadesShape.inContainer(parse(names.get(0), parts.get(names.get(0)))));
    }

    private static org.w3c.dom.Document parse(String name, byte[] part) {
        try {
            return XmlFactories.parse(part);
        } catch (ProofException e) {
            throw new ChangedException("The part " + name + " is no XML document, or declares a document type");
        }
    }

    Map<String, String> mediaTypes() {
        return shape.mediaTypes();
    }

    /** Names of what stands in the signature and is not signed, in its order. */
    List<String> properties() {
        return shape.unsignedProperties();
    }
}
