package az.dost.vahid.check.wsdl;

import az.dost.vahid.logging.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.wsdl.Binding;
import javax.wsdl.BindingOperation;
import javax.wsdl.Fault;
import javax.wsdl.Message;
import javax.wsdl.Operation;
import javax.wsdl.Part;
import javax.wsdl.WSDLElement;
import javax.wsdl.extensions.UnknownExtensibilityElement;
import javax.wsdl.extensions.mime.MIMEContent;
import javax.wsdl.extensions.mime.MIMEMultipartRelated;
import javax.wsdl.extensions.mime.MIMEPart;
import javax.wsdl.extensions.soap.SOAPBody;
import javax.wsdl.extensions.soap.SOAPHeader;
import javax.wsdl.extensions.soap.SOAPOperation;
import javax.wsdl.extensions.soap12.SOAP12Body;
import javax.wsdl.extensions.soap12.SOAP12Header;
import javax.wsdl.extensions.soap12.SOAP12Operation;
import javax.xml.namespace.QName;

/** One operation of one SOAP binding. What it refers to is looked up when it is asked for: others may be broken. */
public final class BoundOperation {
    private final BoundContract contract;
    private final Binding binding;
    private final BindingOperation bound;
    private final String soapVersion;
    private final boolean rpcBinding;
    private final Supplier<String> place;

    /** @param place is looked for when somebody asks: there may be hundreds of operations */
    BoundOperation(
            BoundContract contract,
            Binding binding,
            BindingOperation bound,
            String soapVersion,
            boolean rpcBinding,
            Supplier<String> place) {
        this.contract = contract;
        this.binding = binding;
        this.bound = bound;
        this.soapVersion = soapVersion;
        this.rpcBinding = rpcBinding;
        this.place = place;
    }

    public String name() {
        return bound.getName();
    }

    /** The binding's name. */
    public String binding() {
        return binding.getQName().getLocalPart();
    }

    /** 1.1 or 1.2. */
    public String soapVersion() {
        return soapVersion;
    }

    /** {@code file:line}, for people. */
    public String place() {
        return place.get();
    }

    /** Empty for none. */
    public String action() {
        return extensions(bound).stream()
                .map(one -> one instanceof SOAPOperation soap
                        ? soap.getSoapActionURI()
                        : one instanceof SOAP12Operation soap ? soap.getSoapActionURI() : null)
                .filter(action -> action != null)
                .findFirst()
                .orElse("");
    }

    /** Whether the binding says by a {@code soap:operation} how it is called, be it that it has no SOAP action. */
    public boolean bound() {
        return extensions(bound).stream()
                .anyMatch(one -> one instanceof SOAPOperation || one instanceof SOAP12Operation);
    }

    private boolean rpc() {
        return extensions(bound).stream()
                .map(one -> one instanceof SOAPOperation soap
                        ? soap.getStyle()
                        : one instanceof SOAP12Operation soap ? soap.getStyle() : null)
                .filter(style -> style != null)
                .findFirst()
                .map("rpc"::equals)
                .orElse(rpcBinding);
    }

    /** The address of the service's port; empty when there is none. */
    public Optional<String> address() {
        return contract.address(binding);
    }

    /** Of X-Road's own element in the binding; empty for none. */
    public String xRoadVersion() {
        return extensions(bound).stream()
                .filter(UnknownExtensibilityElement.class::isInstance)
                .map(one -> ((UnknownExtensibilityElement) one).getElement())
                .filter(element -> "version".equals(element.getLocalName())
                        && element.getNamespaceURI() != null
                        && element.getNamespaceURI().startsWith("http://x-road."))
                .map(element -> element.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    /** Whether it has a question and an answer: an operation without an answer tells nothing of anybody. */
    public boolean answers() {
        return abstracted()
                .filter(operation -> operation.getInput() != null && operation.getOutput() != null)
                .isPresent();
    }

    private Optional<Operation> abstracted() {
        Operation own = bound.getOperation();
        return own != null && !own.isUndefined()
                ? Optional.of(own)
                : Optional.ofNullable(binding.getPortType())
                        .flatMap(type -> contract.portType(type.getQName()))
                        .flatMap(type -> ((List<?>) type.getOperations())
                                .stream()
                                        .map(Operation.class::cast)
                                        .filter(one -> !one.isUndefined()
                                                && one.getName().equals(name()))
                                        .findFirst());
    }

    private Operation operation() {
        return abstracted().orElseThrow(() -> missing("the port type has no operation " + name()));
    }

    /** @throws ContractException when the contract lacks a part of it */
    public BoundMessage request() {
        if (operation().getInput() == null) {
            throw missing("the operation " + name() + " has no input");
        }
        return message(operation().getInput().getMessage(), bound.getBindingInput(), name());
    }

    /** @throws ContractException when the contract lacks a part of it */
    public BoundMessage reply() {
        if (operation().getOutput() == null) {
            throw missing("the operation " + name() + " has no output");
        }
        return message(operation().getOutput().getMessage(), bound.getBindingOutput(), name() + "Response");
    }

    /** Elements that a fault's detail may have, in no order. */
    public List<QName> faults() {
        return ((Map<?, ?>) operation().getFaults())
                .values().stream()
                        .map(fault -> ((Fault) fault).getMessage())
                        .filter(message -> message != null)
                        .flatMap(message -> contract.message(message.getQName()).stream())
                        .flatMap(message -> ((Map<?, ?>) message.getParts()).values().stream())
                        .map(part -> ((Part) part).getElementName())
                        .filter(element -> element != null)
                        .sorted((one, other) -> one.toString().compareTo(other.toString()))
                        .distinct()
                        .toList();
    }

    private BoundMessage message(Message referred, WSDLElement side, String wrapper) {
        if (referred == null) {
            throw missing("the operation " + name() + " names no message");
        }
        Message message = contract.message(referred.getQName())
                .orElseThrow(() -> missing("the contract has no message " + referred.getQName()));
        List<Object> extensions = extensions(side);
        List<BoundPart> headers = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (Object one : extensions) {
            QName of = one instanceof SOAPHeader soap
                    ? soap.getMessage()
                    : one instanceof SOAP12Header soap ? soap.getMessage() : null;
            String part = one instanceof SOAPHeader soap
                    ? soap.getPart()
                    : one instanceof SOAP12Header soap ? soap.getPart() : null;
            String space = one instanceof SOAPHeader soap
                    ? soap.getNamespaceURI()
                    : one instanceof SOAP12Header soap ? soap.getNamespaceURI() : null;
            if (of != null && part != null) {
                contract.message(of)
                        .map(found -> found.getPart(part))
                        .map(found -> part(found, space == null ? "" : space))
                        .ifPresentOrElse(headers::add, () -> lost.add("the part " + part + " of the message " + of));
                elsewhere.addAll(of.equals(message.getQName()) ? List.of(part) : List.of());
            }
        }
        List<String> attachments = extensions.stream()
                .filter(MIMEContent.class::isInstance)
                .map(one -> ((MIMEContent) one).getPart())
                .filter(name -> name != null && message.getPart(name) != null)
                .distinct()
                .toList();
        Object body = extensions.stream()
                .filter(one -> one instanceof SOAPBody || one instanceof SOAP12Body)
                .findFirst()
                .orElse(null);
        List<?> named = body instanceof SOAPBody soap
                ? soap.getParts()
                : body instanceof SOAP12Body soap ? soap.getParts() : null;
        String use =
                body instanceof SOAPBody soap ? soap.getUse() : body instanceof SOAP12Body soap ? soap.getUse() : null;
        String namespace = body instanceof SOAPBody soap
                ? soap.getNamespaceURI()
                : body instanceof SOAP12Body soap ? soap.getNamespaceURI() : null;
        List<BoundPart> parts = ((List<?>) message.getOrderedParts(null))
                .stream()
                        .map(Part.class::cast)
                        .filter(part -> named != null
                                ? named.contains(part.getName())
                                : !elsewhere.contains(part.getName()) && !attachments.contains(part.getName()))
                        .map(part -> part(part, ""))
                        .toList();
        return new BoundMessage(
                rpc() ? new QName(namespace == null ? "" : namespace, wrapper) : null,
                "encoded".equals(use),
                parts,
                headers,
                attachments,
                lost);
    }

    /** @param namespace of the element that is written for a part that has a type */
    private static BoundPart part(Part part, String namespace) {
        return new BoundPart(
                part.getElementName() != null ? part.getElementName() : new QName(namespace, part.getName()),
                part.getElementName(),
                part.getTypeName());
    }

    /** Also those within a binding to MIME parts. */
    private static List<Object> extensions(WSDLElement of) {
        return of == null
                ? List.of()
                : ((List<?>) of.getExtensibilityElements())
                        .stream().flatMap(BoundOperation::parts).toList();
    }

    private static Stream<Object> parts(Object extension) {
        return extension instanceof MIMEMultipartRelated related
                ? ((List<?>) related.getMIMEParts())
                        .stream()
                                .flatMap(part -> ((List<?>) ((MIMEPart) part).getExtensibilityElements())
                                        .stream().flatMap(BoundOperation::parts))
                : Stream.of(extension);
    }

    private ContractException missing(String what) {
        return new ContractException(place() + ": " + PlainText.of(what));
    }
}
