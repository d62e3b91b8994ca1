package az.dost.vahid.kit.draft;

import az.dost.vahid.check.fact.Words;
import az.dost.vahid.check.wsdl.BoundContract;
import az.dost.vahid.check.wsdl.BoundMessage;
import az.dost.vahid.check.wsdl.BoundOperation;
import az.dost.vahid.check.wsdl.BoundPart;
import az.dost.vahid.check.wsdl.ContractException;
import az.dost.vahid.check.wsdl.ContractFiles;
import az.dost.vahid.check.wsdl.ReadSchemas;
import az.dost.vahid.kit.draft.field.DraftException;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.schema.SchemaTypes;
import az.dost.vahid.logging.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;

/** One operation of a WSDL 1.1: document or RPC, literal or encoded, SOAP 1.1 or 1.2. */
final class WsdlReader implements Contracts.Reader {
    private static final int MOST_CHOICES = 10;
    private final ContractFiles files;
    private final BoundContract soap;
    private final ReadSchemas schemas;
    private final Words words = new Words();

    /** @param root the folder that has all that the WSDL imports; null for its own */
    WsdlReader(Path from, Path root) {
        try {
            files = ContractFiles.of(from, root);
            soap = new BoundContract(files);
            schemas = new ReadSchemas(files);
        } catch (ContractException e) {
            throw new DraftException(e);
        }
    }

    /**
     * @param wanted name of the operation, name and binding ({@code Binding#name}), SOAP action, or the element that
     *     asks, as {@code {namespace}name}; null for the first
     * @throws DraftException when there is none such
     */
    @Override
    public AgencyContract read(String wanted) {
        try {
            BoundOperation operation = wanted == null
                    ? soap.operations().stream()
                            .filter(BoundOperation::answers)
                            .findFirst()
                            .orElse(null)
                    : named(wanted);
            if (operation == null) {
                throw new DraftException(
                        wanted == null
                                ? "The WSDL has no SOAP binding with an operation"
                                : PlainText.of("The WSDL has no operation " + wanted + ", but "
                                        + String.join(", ", operations())));
            }
            return contract(operation);
        } catch (ContractException e) {
            throw new DraftException(e);
        }
    }

    private BoundOperation named(String wanted) {
        for (BoundOperation operation : soap.operations()) {
            if (wanted.equals(operation.name())
                    || wanted.equals(operation.binding() + "#" + operation.name())
                    || wanted.equals(asking(operation))) {
                return operation;
            }
        }
        List<BoundOperation> same = soap.operations().stream()
                .filter(operation -> wanted.equals(operation.action()))
                .toList();
        List<String> names = same.stream().map(BoundOperation::name).distinct().toList();
        if (names.size() > 1) {
            throw new DraftException(PlainText.of(
                    "Several operations have the SOAP action " + wanted + ": name one of " + String.join(", ", names)));
        }
        return same.isEmpty() ? null : same.get(0);
    }

    /** The element that asks; empty where the contract lacks it. */
    private static String asking(BoundOperation operation) {
        try {
            BoundMessage request = operation.request();
            return request.wrapper() != null
                    ? request.wrapper().toString()
                    : request.body().stream()
                            .map(BoundPart::element)
                            .filter(element -> element != null)
                            .findFirst()
                            .map(QName::toString)
                            .orElse("");
        } catch (ContractException e) {
            return "";
        }
    }

    @Override
    public List<String> operations() {
        return soap.operations().stream().map(BoundOperation::name).distinct().toList();
    }

    private AgencyContract contract(BoundOperation operation) {
        BoundMessage request = operation.request();
        BoundMessage reply = operation.reply();
        SoapCall call = new SoapCall(operation, request.headers());
        SchemaTypes answering = new SchemaTypes(schemas);
        List<Field> headers = call.headers().stream()
                .map(header -> part(header, new SchemaTypes(schemas)))
                .toList();
        SchemaTypes asking = new SchemaTypes(schemas);
        Field question = body(operation, request, asking);
        Field answer = body(operation, reply, answering);
        List<String> notes = new ArrayList<>(call.notes());
        asking.chosen().forEach(choice -> notes.add("request.xml: " + choice));
        answering.chosen().stream().limit(MOST_CHOICES).forEach(choice -> notes.add("the reply: " + choice));
        notes.addAll(SoapNotes.of(operation, request, headers, reply, answer, words));
        return new AgencyContract(
                call.protocol(),
                call.members(answering.references()),
                "soap",
                question,
                answer,
                files.copies(),
                notes,
                headers,
                call.constants());
    }

    private static Field body(BoundOperation operation, BoundMessage message, SchemaTypes types) {
        if (message.wrapper() != null) {
            SchemaTypes.proper(message.wrapper());
            return Field.group(
                    message.wrapper().getLocalPart(),
                    message.wrapper().getNamespaceURI(),
                    false,
                    true,
                    message.body().stream().map(part -> part(part, types)).toList());
        }
        return message.body().stream()
                .filter(part -> part.element() != null)
                .findFirst()
                .map(part -> part(part, types))
                .orElseThrow(() -> new DraftException(operation.place() + ": "
                        + (message.body().isEmpty()
                                ? "a message of the operation " + operation.name()
                                        + " has an empty body: nobody could be asked about, or answered"
                                : "the part " + message.body().get(0).name().getLocalPart()
                                        + " has a type and no element, which a document must have")));
    }

    private static Field part(BoundPart part, SchemaTypes types) {
        if (part.element() == null && part.type() == null) {
            throw new DraftException(
                    PlainText.of("The part " + part.name().getLocalPart() + " has neither an element nor a type"));
        }
        return part.element() != null ? types.element(part.element()) : types.typed(part.name(), part.type());
    }
}
