package az.dost.vahid.check.form;

import az.dost.vahid.signature.xml.XmlSchemas;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Documents that a schema alone describes: of XML over HTTP or a broker, and rows of a file. */
final class XsdForms {
    /** @param row name of the element that is a row; null for a request and a reply */
    static ContractForms of(Path folder, Path xsd, String row) {
        ContractForms forms = new ContractForms(xsd);
        try {
            HeldSchemas schemas = new HeldSchemas(folder, xsd);
            if (row != null) {
                // It may be an element that a document begins with already.
                schemas.makeGlobal(row);
            }
            Optional<XmlSchemas> compiled = schemas.compile(forms::trouble);
            if (compiled.isPresent() && !schemas.isEmpty()) {
                forms.reply(new XmlForm(compiled.get(), null));
                if (row == null) {
                    forms.request(forms.replies().get(0));
                }
            }
        } catch (XMLStreamException e) {
            // Told where the contract itself is checked.
        }
        return forms;
    }

    private XsdForms() {}
}
