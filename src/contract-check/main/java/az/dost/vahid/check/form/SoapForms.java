package az.dost.vahid.check.form;

import az.dost.vahid.check.form.FormOperation.FormMessage;
import az.dost.vahid.check.form.FormOperation.FormPart;
import az.dost.vahid.check.wsdl.ContractException;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.signature.xml.XmlRoot;
import az.dost.vahid.signature.xml.XmlSchemas;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;

/** The messages of one operation of a WSDL: document/literal, wrapped or bare, and rpc/literal. */
final class SoapForms {
    private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
    /** SOAP lets anything stand in a header: what the contract describes of it is held to that. */
    private static final String HEADER = "<xs:element name=\"Header\"><xs:complexType><xs:sequence>"
            + "<xs:any namespace=\"##any\" processContents=\"lax\" minOccurs=\"0\" maxOccurs=\"unbounded\"/></xs:sequence></xs:complexType></xs:element>";

    /**
     * @param call of the descriptor
     * @param request the content of the request's Body; null when there is none
     */
    static ContractForms of(OthersFiles folder, Path wsdl, JsonNode call, String request) {
        ContractForms forms = new ContractForms(wsdl);
        try {
            HeldSchemas schemas = new HeldSchemas(folder, wsdl);
            Optional<FormOperation> operation = operation(FormOperations.of(folder, wsdl), call, request);
            if (operation.isEmpty()) {
                forms.trouble(0, "has no operation with this SOAP action or request: nothing is held to it");
            } else if (operation.get().use() != null) {
                forms.trouble(
                        0,
                        "request and replies are not held to the contract: "
                                + operation.get().use());
            } else {
                hold(schemas, operation.get(), forms);
            }
        } catch (ContractException e) {
            forms.trouble(0, e.getMessage().lines().findFirst().orElse(""));
        } catch (XMLStreamException e) {
            // Told where the contract itself is checked.
        }
        return forms;
    }

    private static void hold(HeldSchemas schemas, FormOperation operation, ContractForms forms) {
        if (operation.rpc()) {
            wrap(schemas, operation.question());
            wrap(schemas, operation.answer());
        }
        if (schemas.isEmpty()) {
            return;
        }
        boolean header = !schemas.has(SOAP_11) && !schemas.has(SOAP_12);
        if (header) {
            schemas.add(SOAP_11, HEADER);
            schemas.add(SOAP_12, HEADER);
        }
        Optional<XmlSchemas> compiled = schemas.compile(forms::trouble);
        if (compiled.isPresent()) {
            if (header) {
                forms.header(new HeaderForm(compiled.get(), operation.headers()));
            }
            if (operation.question().element() != null) {
                forms.request(new XmlForm(compiled.get(), operation.question().element()));
            }
            if (operation.answer() != null && operation.answer().element() != null) {
                forms.reply(new XmlForm(compiled.get(), operation.answer().element()));
            }
        }
    }

    /** By SOAP action, then by what the request begins with: one action may be that of many operations. */
    static Optional<FormOperation> operation(List<FormOperation> operations, JsonNode call, String request) {
        String action = call.path("soapAction").asText();
        List<FormOperation> acting =
                operations.stream().filter(one -> one.action().equals(action)).toList();
        List<FormOperation> possible = acting.isEmpty() ? operations : acting;
        QName asked =
                request == null ? null : XmlRoot.of(request).map(XmlRoot::name).orElse(null);
        List<FormOperation> found = asking(possible, asked, (one, other) -> one.equals(other));
        if (found.isEmpty()) {
            found = asking(possible, asked, (one, other) -> one.getLocalPart().equals(other.getLocalPart()));
        }
        List<FormOperation> best = found.isEmpty() ? acting : found;
        String version = call.path("soapVersion").asText("1.1");
        return best.stream()
                .filter(one -> one.version().equals(version))
                .findFirst()
                .or(() -> best.stream().findFirst());
    }

    private static List<FormOperation> asking(
            List<FormOperation> operations, QName asked, BiPredicate<QName, QName> alike) {
        return operations.stream()
                .filter(one -> asked != null
                        && one.question().element() != null
                        && alike.test(one.question().element(), asked))
                .toList();
    }

    /**
     * An rpc message is an element called like the operation, with one for each part, which has no namespace (WS-I
     * Basic Profile 1.1, R2735).
     */
    private static void wrap(HeldSchemas schemas, FormMessage message) {
        if (message == null) {
            return;
        }
        StringBuilder element = new StringBuilder("<xs:element name=\"")
                .append(XmlQuotes.attribute(message.element().getLocalPart()))
                .append("\"><xs:complexType><xs:sequence>");
        for (FormPart part : message.parts()) {
            QName named = part.type() == null ? part.element() : part.type();
            boolean none = named.getNamespaceURI().isEmpty();
            element.append("<xs:element ")
                    .append(none ? "" : "xmlns:p=\"" + XmlQuotes.attribute(named.getNamespaceURI()) + "\" ")
                    .append(
                            part.type() == null
                                    ? ""
                                    : "name=\"" + XmlQuotes.attribute(part.name())
                                            + "\" nillable=\"true\" form=\"unqualified\" ")
                    .append(part.type() == null ? "ref=\"" : "type=\"")
                    .append(none ? "" : "p:")
                    .append(named.getLocalPart())
                    .append("\"/>");
        }
        schemas.add(
                message.element().getNamespaceURI(),
                element.append("</xs:sequence></xs:complexType></xs:element>").toString());
    }

    private SoapForms() {}
}
