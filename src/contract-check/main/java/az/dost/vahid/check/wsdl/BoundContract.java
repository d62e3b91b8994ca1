package az.dost.vahid.check.wsdl;

import az.dost.vahid.logging.PlainText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.wsdl.Binding;
import javax.wsdl.BindingOperation;
import javax.wsdl.Definition;
import javax.wsdl.Import;
import javax.wsdl.Message;
import javax.wsdl.Port;
import javax.wsdl.PortType;
import javax.wsdl.Service;
import javax.wsdl.WSDLException;
import javax.wsdl.extensions.soap.SOAPAddress;
import javax.wsdl.extensions.soap.SOAPBinding;
import javax.wsdl.extensions.soap12.SOAP12Address;
import javax.wsdl.extensions.soap12.SOAP12Binding;
import javax.wsdl.factory.WSDLFactory;
import javax.wsdl.xml.WSDLReader;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/** What a WSDL says of its SOAP bindings, read by wsdl4j. */
public final class BoundContract {
    private static final String FACTORY = "com.ibm.wsdl.factory.WSDLFactoryImpl";
    private final Set<Definition> definitions = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<BoundOperation> operations = new ArrayList<>();

    /** @throws ContractException when wsdl4j cannot read it */
    public BoundContract(ContractFiles files) {
        collect(read(files));
        for (ContractFile file : files.all()) {
            if (!file.isSchema()) {
                XmlNames.children(file.root(), XmlNames.WSDL, "binding").forEach(binding -> operations(file, binding));
            }
        }
    }

    private static Definition read(ContractFiles files) {
        try {
            WSDLReader reader = WSDLFactory.newInstance(FACTORY).newWSDLReader();
            reader.setFactoryImplName(FACTORY);
            reader.setFeature("javax.wsdl.verbose", false);
            reader.setFeature("com.ibm.wsdl.parseXMLSchemas", false);
            return reader.readWSDL(new FilesLocator(files), files.first().root());
        } catch (WSDLException | RuntimeException e) {
            // What no WSDL should have makes the library throw anything.
            throw new ContractException(
                    PlainText.of(files.first().name()) + " cannot be read as a WSDL: "
                            + PlainText.of(String.valueOf(e.getMessage())),
                    e);
        }
    }

    private void collect(Definition definition) {
        if (definition != null && definitions.add(definition)) {
            for (Object imports : definition.getImports().values()) {
                for (Object one : (List<?>) imports) {
                    collect(((Import) one).getDefinition());
                }
            }
        }
    }

    private void operations(ContractFile file, Element element) {
        QName name = new QName(file.root().getAttribute("targetNamespace"), element.getAttribute("name"));
        Binding binding = (Binding) found(Definition::getBindings, name).orElse(null);
        Object soap = binding == null
                ? null
                : ((List<?>) binding.getExtensibilityElements())
                        .stream()
                                .filter(one -> one instanceof SOAPBinding || one instanceof SOAP12Binding)
                                .findFirst()
                                .orElse(null);
        if (soap == null) {
            return;
        }
        String version = soap instanceof SOAPBinding ? "1.1" : "1.2";
        String style = soap instanceof SOAPBinding one ? one.getStyle() : ((SOAP12Binding) soap).getStyle();
        List<Element> places = XmlNames.children(element, XmlNames.WSDL, "operation");
        for (int i = 0; i < binding.getBindingOperations().size(); i++) {
            Element place = i < places.size() ? places.get(i) : element;
            operations.add(new BoundOperation(
                    this,
                    binding,
                    (BindingOperation) binding.getBindingOperations().get(i),
                    version,
                    "rpc".equals(style),
                    () -> file.place(place)));
        }
    }

    private Optional<Object> found(Function<Definition, Map<?, ?>> what, QName name) {
        return definitions.stream()
                .map(definition -> (Object) what.apply(definition).get(name))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** All that can be called by SOAP, in the order of the contract. */
    public List<BoundOperation> operations() {
        return Collections.unmodifiableList(operations);
    }

    /** Whatever file defines it. */
    Optional<Message> message(QName name) {
        return definitions.stream()
                .map(definition -> (Message) definition.getMessages().get(name))
                .filter(message -> message != null && !message.isUndefined())
                .findFirst();
    }

    Optional<PortType> portType(QName name) {
        return definitions.stream()
                .map(definition -> (PortType) definition.getPortTypes().get(name))
                .filter(type -> type != null && !type.isUndefined())
                .findFirst();
    }

    /** The address of the first port of the binding; empty when there is none. */
    Optional<String> address(Binding binding) {
        for (Definition definition : definitions) {
            for (Object service : definition.getServices().values()) {
                for (Object one : ((Service) service).getPorts().values()) {
                    Port port = (Port) one;
                    if (port.getBinding() != null
                            && binding.getQName().equals(port.getBinding().getQName())) {
                        for (Object address : port.getExtensibilityElements()) {
                            String location = address instanceof SOAPAddress soap
                                    ? soap.getLocationURI()
                                    : address instanceof SOAP12Address soap ? soap.getLocationURI() : null;
                            if (location != null) {
                                return Optional.of(location);
                            }
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }
}
