package az.dost.vahid.check.form;

import az.dost.vahid.signature.xml.XmlRoot;
import az.dost.vahid.signature.xml.XmlSchemas;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;

/** A document that XML Schemas describe. @param element with which it begins; null for any that the schemas have */
record XmlForm(XmlSchemas schemas, QName element) implements HeldForm {
    private static final Pattern SOAP = Pattern.compile(
            "http://schemas\\.xmlsoap\\.org/soap/envelope/|http://www\\.w3\\.org/2003/05/soap-envelope");
    private static final Pattern VALUE = Pattern.compile("'([^']*)'");
    /**
     * Any content is there, and no schema has it. Toolkits that write {@code xs:any} mean any, and XML Schema then
     * wants a known one.
     */
    private static final String UNKNOWN_CONTENT = "cvc-complex-type.2.4.c";

    @Override
    public List<FormMisfit> misfits(String document) {
        Optional<XmlRoot> root = XmlRoot.of(document);
        if (root.isEmpty() || SOAP.matcher(root.get().name().getNamespaceURI()).matches()) {
            // A fault is described by SOAP itself.
            return List.of();
        }
        if (element != null && !element.equals(root.get().name())) {
            return List.of(new FormMisfit(
                    root.get().line(),
                    root.get().column(),
                    null,
                    null,
                    "begins with " + shown(root.get().name()) + ", where the contract has " + shown(element)));
        }
        try {
            return misfits(schemas, document);
        } catch (XMLStreamException e) {
            return List.of();
        }
    }

    static List<FormMisfit> misfits(XmlSchemas schemas, String document) throws XMLStreamException {
        return schemas.misfits(new StringReader(document)).stream()
                .map(XmlForm::misfit)
                .toList();
    }

    private static FormMisfit misfit(XmlSchemas.Misfit misfit) {
        Matcher value = VALUE.matcher(misfit.message());
        return new FormMisfit(
                misfit.line(),
                misfit.column(),
                null,
                value.find() ? value.group(1) : null,
                UNKNOWN_CONTENT.equals(misfit.code()),
                misfit.path().isEmpty() ? misfit.message() : misfit.path() + ": " + misfit.message());
    }

    static String shown(QName name) {
        return name.getNamespaceURI().isEmpty()
                ? name.getLocalPart() + " without a namespace"
                : "{" + name.getNamespaceURI() + "}" + name.getLocalPart();
    }
}
