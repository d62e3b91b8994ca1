package az.dost.vahid.kit.draft;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** One operation of a WSDL 1.1 file: document/literal, or RPC/literal. */
final class WsdlReader implements Contracts.Reader {
    private static final String SOAP11 = "http://schemas.xmlsoap.org/wsdl/soap/";
    private static final String SOAP12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
    private final SchemaFiles files;
    private final SchemaTypes types;

    WsdlReader(Path wsdl) {
        files = new SchemaFiles(wsdl, "contract.wsdl");
        types = new SchemaTypes(files.schemas());
    }

    /**
     * @param wanted name or SOAP action of the operation, null for the first
     * @throws DraftException when there is none such
     */
    @Override
    public AgencyContract read(String wanted) {
        List<String> known = new ArrayList<>();
        for (Element binding : all("binding")) {
            Element soap = XmlNames.child(binding, "binding");
            if (soap == null || !List.of(SOAP11, SOAP12).contains(soap.getNamespaceURI())) {
                continue;
            }
            for (Element operation : XmlNames.children(binding, "operation")) {
                known.add(operation.getAttribute("name"));
                if (wanted == null && answers(binding, operation) || wanted != null && (wanted.equals(operation.getAttribute("name")) || wanted.equals(action(operation)))) {
                    return contract(binding, soap, operation);
                }
            }
        }
        throw new DraftException(wanted == null ? "The WSDL has no SOAP binding with an operation"
                : "The WSDL has no operation " + wanted + ", but " + String.join(", ", known));
    }

    @Override
    public List<String> operations() {
        return all("binding").stream().filter(binding -> XmlNames.child(binding, "binding") != null
                        && List.of(SOAP11, SOAP12).contains(XmlNames.child(binding, "binding").getNamespaceURI()))
                .flatMap(binding -> XmlNames.children(binding, "operation").stream()).map(operation -> operation.getAttribute("name")).distinct().toList();
    }

    private static String action(Element operation) {
        Element soap = XmlNames.child(operation, "operation");
        return soap == null ? "" : soap.getAttribute("soapAction");
    }

    private Element abstracted(Element binding, Element operation) {
        Element port = named("portType", XmlNames.qualified(binding, binding.getAttribute("type")));
        return XmlNames.children(port, "operation").stream()
                .filter(one -> one.getAttribute("name").equals(operation.getAttribute("name"))).findFirst()
                .orElseThrow(() -> new DraftException("The port type has no operation " + operation.getAttribute("name")));
    }

    /** An operation without an answer tells nothing of anybody. */
    private boolean answers(Element binding, Element operation) {
        return XmlNames.child(abstracted(binding, operation), "output") != null;
    }

    private AgencyContract contract(Element binding, Element soap, Element operation) {
        Element abstractOperation = abstracted(binding, operation);
        Element soapOperation = XmlNames.child(operation, "operation");
        boolean rpc = "rpc".equals(soapOperation != null && soapOperation.hasAttribute("style")
                ? soapOperation.getAttribute("style") : soap.getAttribute("style"));
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("request", "request.xml");
        call.put("soapVersion", SOAP12.equals(soap.getNamespaceURI()) ? "1.2" : "1.1");
        if (soapOperation != null && !soapOperation.getAttribute("soapAction").isEmpty()) {
            call.put("soapAction", soapOperation.getAttribute("soapAction"));
        }
        address(binding).ifPresent(path -> call.put("path", path));
        return new AgencyContract("soap", call, "soap", message(abstractOperation, operation, "input", rpc),
                message(abstractOperation, operation, "output", rpc), files.files(), List.of());
    }

    private Field message(Element abstractOperation, Element operation, String direction, boolean rpc) {
        Element reference = XmlNames.child(abstractOperation, direction);
        if (reference == null) {
            throw new DraftException("The operation " + operation.getAttribute("name") + " has no " + direction);
        }
        Element message = named("message", XmlNames.qualified(reference, reference.getAttribute("message")));
        List<Element> parts = XmlNames.children(message, "part");
        if (!rpc) {
            Element part = parts.stream().filter(one -> one.hasAttribute("element")).findFirst()
                    .orElseThrow(() -> new DraftException("The message " + message.getAttribute("name") + " has no part with an element"));
            return types.element(XmlNames.qualified(part, part.getAttribute("element")));
        }
        Element bound = XmlNames.child(operation, direction);
        Element body = bound == null ? null : XmlNames.child(bound, "body");
        List<Field> fields = parts.stream().map(part -> types.typed(part.getAttribute("name"), part, part.getAttribute("type"))).toList();
        return Field.group(operation.getAttribute("name") + (direction.equals("output") ? "Response" : ""),
                body == null ? "" : body.getAttribute("namespace"), false, true, fields);
    }

    private Optional<String> address(Element binding) {
        for (Element service : all("service")) {
            for (Element port : XmlNames.children(service, "port")) {
                Element address = XmlNames.child(port, "address");
                if (address != null && XmlNames.local(XmlNames.qualified(port, port.getAttribute("binding"))).equals(binding.getAttribute("name"))) {
                    try {
                        String path = URI.create(address.getAttribute("location")).getPath();
                        return Optional.ofNullable(path).filter(one -> one.length() > 1);
                    } catch (IllegalArgumentException e) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.empty();
    }

    private List<Element> all(String name) {
        return files.roots().stream().filter(root -> XmlNames.WSDL.equals(root.getNamespaceURI()))
                .flatMap(root -> XmlNames.children(root, name).stream()).toList();
    }

    private Element named(String kind, String qualified) {
        return all(kind).stream().filter(one -> one.getAttribute("name").equals(XmlNames.local(qualified))).findFirst()
                .orElseThrow(() -> new DraftException("The WSDL has no " + kind + " " + XmlNames.local(qualified)));
    }
}
