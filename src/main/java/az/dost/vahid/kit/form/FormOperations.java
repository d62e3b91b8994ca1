package az.dost.vahid.kit.form;

import az.dost.vahid.kit.form.FormOperation.FormMessage;
import az.dost.vahid.kit.form.FormOperation.FormPart;
import az.dost.vahid.signature.xml.XmlFactories;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.wsdl.Binding;
import javax.wsdl.BindingOperation;
import javax.wsdl.Definition;
import javax.wsdl.Message;
import javax.wsdl.Operation;
import javax.wsdl.Part;
import javax.wsdl.Port;
import javax.wsdl.PortType;
import javax.wsdl.Service;
import javax.wsdl.WSDLException;
import javax.wsdl.extensions.ElementExtensible;
import javax.wsdl.extensions.mime.MIMEMultipartRelated;
import javax.wsdl.extensions.mime.MIMEPart;
import javax.wsdl.extensions.soap.SOAPAddress;
import javax.wsdl.extensions.soap.SOAPBinding;
import javax.wsdl.extensions.soap.SOAPBody;
import javax.wsdl.extensions.soap.SOAPHeader;
import javax.wsdl.extensions.soap.SOAPOperation;
import javax.wsdl.extensions.soap12.SOAP12Address;
import javax.wsdl.extensions.soap12.SOAP12Binding;
import javax.wsdl.extensions.soap12.SOAP12Body;
import javax.wsdl.extensions.soap12.SOAP12Header;
import javax.wsdl.extensions.soap12.SOAP12Operation;
import javax.wsdl.factory.WSDLFactory;
import javax.wsdl.xml.WSDLReader;
import javax.xml.namespace.QName;

/** Reads the operations of a WSDL 1.1 and of those that it imports, by wsdl4j. It gets documents that were read safely, and follows nothing itself. */
final class FormOperations {
    private final List<Definition> definitions = new ArrayList<>();

    /** Binding, operation and body of either version of SOAP, as far as they say the same. */
    private record Said(String version, String style, String action, String use, String namespace, Collection<?> parts, Set<String> headers) { }

    /** @throws WSDLException when one of the files is no WSDL */
    static List<FormOperation> of(List<Path> wsdls) throws WSDLException {
        FormOperations operations = new FormOperations();
        WSDLReader reader = WSDLFactory.newInstance("com.ibm.wsdl.factory.WSDLFactoryImpl").newWSDLReader();
        reader.setFeature("javax.wsdl.verbose", false);
        reader.setFeature("javax.wsdl.importDocuments", false);
        // It would fetch schemas from wherever they are said to be.
        reader.setFeature("com.ibm.wsdl.parseXMLSchemas", false);
        for (Path wsdl : wsdls) {
            try {
                operations.definitions.add(reader.readWSDL((String) null,
                        XmlFactories.parse(ContractText.of(wsdl).replaceFirst("^<\\?xml[^>]*\\?>", "").getBytes(StandardCharsets.UTF_8)).getDocumentElement()));
            } catch (RuntimeException e) {
                // What no WSDL should have makes the library throw anything.
                throw new WSDLException(WSDLException.PARSER_ERROR, String.valueOf(e.getMessage()));
            }
        }
        return operations.definitions.stream().flatMap(definition -> ((Map<?, ?>) definition.getBindings()).values().stream())
                .flatMap(binding -> operations.operations((Binding) binding)).toList();
    }

    private Stream<FormOperation> operations(Binding binding) {
        Object soap = first(binding, SOAPBinding.class, SOAP12Binding.class);
        PortType port = binding.getPortType() == null ? null : found(definition -> {
            // One that another file defines stands here as a name.
            PortType known = (PortType) definition.getPortTypes().get(binding.getPortType().getQName());
            return known == null || known.isUndefined() ? null : known;
        });
        if (soap == null || port == null) {
            return Stream.empty();
        }
        List<FormOperation> operations = new ArrayList<>();
        for (Object one : binding.getBindingOperations()) {
            BindingOperation bound = (BindingOperation) one;
            Operation operation = operation(port, bound);
            if (operation != null && operation.getInput() != null) {
                operations.add(operation(binding, soap, bound, operation));
            }
        }
        return operations.stream();
    }

    private static Operation operation(PortType port, BindingOperation bound) {
        String input = bound.getBindingInput() == null ? null : bound.getBindingInput().getName();
        List<Operation> named = new ArrayList<>();
        for (Object one : port.getOperations()) {
            if (((Operation) one).getName().equals(bound.getName())) {
                named.add((Operation) one);
            }
        }
        return named.stream().filter(one -> input != null && one.getInput() != null && input.equals(one.getInput().getName())).findFirst()
                .orElse(named.isEmpty() ? null : named.get(0));
    }

    private FormOperation operation(Binding binding, Object soap, BindingOperation bound, Operation operation) {
        Said question = said(soap, bound, bound.getBindingInput());
        Said answer = said(soap, bound, bound.getBindingOutput());
        boolean rpc = "rpc".equals(question.style());
        String use = "encoded".equals(question.use()) || "encoded".equals(answer.use()) ? "its messages are " + question.style()
                + "/encoded, which a schema does not describe" : null;
        return new FormOperation(bound.getName(), question.action(), question.version(), rpc, path(binding), use,
                message(operation.getInput().getMessage(), question, rpc, bound.getName()), operation.getOutput() == null ? null
                : message(operation.getOutput().getMessage(), answer, rpc, bound.getName() + "Response"), headers(bound.getBindingInput()));
    }

    /** Each is a part of a message, of the operation's own or of another one. */
    private List<QName> headers(ElementExtensible input) {
        List<QName> headers = new ArrayList<>();
        for (Object one : input == null ? List.of() : extensions(input)) {
            QName of = one instanceof SOAPHeader header ? header.getMessage() : one instanceof SOAP12Header header ? header.getMessage() : null;
            String part = one instanceof SOAPHeader header ? header.getPart() : one instanceof SOAP12Header header ? header.getPart() : null;
            Message message = of == null ? null : message(of);
            Part named = message == null || part == null ? null : message.getPart(part);
            if (named != null && named.getElementName() != null) {
                headers.add(named.getElementName());
            }
        }
        return headers;
    }

    private Message message(QName name) {
        return found(definition -> {
            // One that another file defines stands here as a name.
            Message known = (Message) definition.getMessages().get(name);
            return known == null || known.isUndefined() ? null : known;
        });
    }

    /** Also those within a binding to MIME parts. */
    private static List<Object> extensions(ElementExtensible of) {
        List<Object> all = new ArrayList<>();
        for (Object one : of.getExtensibilityElements()) {
            if (one instanceof MIMEMultipartRelated related) {
                for (Object part : related.getMIMEParts()) {
                    all.addAll(extensions((MIMEPart) part));
                }
            } else {
                all.add(one);
            }
        }
        return all;
    }

    private static Said said(Object soap, BindingOperation bound, ElementExtensible direction) {
        boolean first = soap instanceof SOAPBinding;
        Object call = first(bound, SOAPOperation.class, SOAP12Operation.class);
        Object body = direction == null ? null : first(direction, SOAPBody.class, SOAP12Body.class);
        String style = call instanceof SOAPOperation one ? one.getStyle() : call instanceof SOAP12Operation two ? two.getStyle() : null;
        String general = first ? ((SOAPBinding) soap).getStyle() : ((SOAP12Binding) soap).getStyle();
        String action = call instanceof SOAPOperation one ? one.getSoapActionURI() : call instanceof SOAP12Operation two ? two.getSoapActionURI() : null;
        Set<String> headers = direction == null ? Set.of() : extensions(direction).stream()
                .map(one -> one instanceof SOAPHeader header ? header.getPart() : one instanceof SOAP12Header header ? header.getPart() : null)
                .filter(Objects::nonNull).collect(Collectors.toSet());
        return new Said(first ? "1.1" : "1.2", style != null ? style : general != null ? general : "document", action == null ? "" : action,
                body instanceof SOAPBody one ? one.getUse() : body instanceof SOAP12Body two ? two.getUse() : null,
                body instanceof SOAPBody one ? one.getNamespaceURI() : body instanceof SOAP12Body two ? two.getNamespaceURI() : null,
                body instanceof SOAPBody one ? one.getParts() : body instanceof SOAP12Body two ? two.getParts() : null, headers);
    }

    /** Parts that a header takes are not in the Body, unless the binding says that they are. */
    private FormMessage message(Message reference, Said said, boolean rpc, String wrapper) {
        Message message = reference == null ? null : message(reference.getQName());
        List<FormPart> parts = new ArrayList<>();
        for (Object one : message == null ? List.of() : message.getOrderedParts(null)) {
            Part part = (Part) one;
            if (said.parts() != null ? said.parts().contains(part.getName()) : !said.headers().contains(part.getName())) {
                parts.add(new FormPart(part.getName(), part.getTypeName(), part.getElementName()));
            }
        }
        if (rpc) {
            return new FormMessage(new QName(said.namespace() == null ? "" : said.namespace(), wrapper), parts);
        }
        return new FormMessage(parts.stream().map(FormPart::element).filter(Objects::nonNull).findFirst().orElse(null), List.of());
    }

    private String path(Binding binding) {
        for (Definition definition : definitions) {
            for (Object service : definition.getServices().values()) {
                for (Object one : ((Service) service).getPorts().values()) {
                    Port port = (Port) one;
                    Object address = first(port, SOAPAddress.class, SOAP12Address.class);
                    if (address != null && port.getBinding() != null && port.getBinding().getQName().equals(binding.getQName())) {
                        return path(address instanceof SOAPAddress first ? first.getLocationURI() : ((SOAP12Address) address).getLocationURI());
                    }
                }
            }
        }
        return "";
    }

    private static String path(String address) {
        try {
            String path = address == null ? null : URI.create(address).getPath();
            return path == null || path.equals("/") ? "" : path;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private <T> T found(Function<Definition, T> in) {
        return definitions.stream().map(in).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static Object first(ElementExtensible within, Class<?> one, Class<?> other) {
        return extensions(within).stream().filter(element -> one.isInstance(element) || other.isInstance(element)).findFirst().orElse(null);
    }
}
