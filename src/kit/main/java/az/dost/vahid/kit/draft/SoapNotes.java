package az.dost.vahid.kit.draft;

import az.dost.vahid.check.fact.Words;
import az.dost.vahid.check.wsdl.BoundMessage;
import az.dost.vahid.check.wsdl.BoundOperation;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Kind;
import az.dost.vahid.kit.draft.field.Leaf;
import az.dost.vahid.kit.draft.schema.SimpleTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;

/** What an operation has that a person must know of, beside what the draft says already. */
final class SoapNotes {
    private static final Pattern SECRET = Pattern.compile("(?i).*(passw|pwd|parol|secret|token).*");

    /** @param headers of the request, which the gateway does not write by itself */
    static List<String> of(
            BoundOperation operation,
            BoundMessage request,
            List<Field> headers,
            BoundMessage reply,
            Field answer,
            Words words) {
        List<String> notes = new ArrayList<>();
        headers.stream()
                .flatMap(header -> Leaf.of(header).stream()
                        .filter(leaf -> secret(leaf, words))
                        .map(leaf -> header.name() + leaf.shown()))
                .findFirst()
                .ifPresent(secret -> notes.add("header.xml seems to hold a login (" + secret
                        + "): write {username} and {secret} there, and auth.kind soap-header;"
                        + " the secret itself stands in a setting"));
        if (!request.lost().isEmpty()) {
            notes.add(operation.place() + ": the header names " + request.lost().get(0)
                    + (request.lost().size() > 1 ? ", and " + (request.lost().size() - 1) + " more" : "")
                    + ", which the contract does not have: nothing is drafted for that");
        }
        if (!operation.bound()) {
            notes.add(operation.place() + ": the binding has no soap:operation for " + operation.name()
                    + ": no soapAction is drafted. Where the agency wants one, write call.soapAction");
        }
        List<Leaf> answered = Leaf.of(answer);
        if (answered.size() == 1
                && answered.get(0).field().kind() == Kind.TEXT
                && answered.get(0).field().values().isEmpty()) {
            notes.add(
                    "an answer holds one text (" + answered.get(0).shown()
                            + "), and the contract does not say what is in it: where that is a document of its own, no mapping reads it");
        }
        if (request.encoded() || reply.encoded()) {
            notes.add(operation.place() + ": " + operation.name()
                    + " is rpc/encoded. The request is drafted without xsi:type, which the contract's types make needless:"
                    + " write it into request.xml where the agency insists. A mapping sees values that a reply refers to by href where they are referred to;"
                    + " connector check does not hold request and replies to the contract");
        }
        if (request.wrapper() == null && reply.body().size() > 1) {
            notes.add(operation.place() + ": the reply's body has "
                    + reply.body().size() + " elements; a mapping sees the first");
        }
        if (!reply.attachments().isEmpty()) {
            notes.add("the reply has attachments that nothing in its body refers to ("
                    + String.join(", ", reply.attachments()) + "): a mapping does not see them");
        }
        String binary = Leaf.of(answer).stream()
                .filter(leaf -> leaf.field().kind() == Kind.TEXT
                        && leaf.field().example().equals(SimpleTypes.BINARY))
                .map(Leaf::shown)
                .collect(Collectors.joining(", "));
        if (!binary.isEmpty()) {
            notes.add("binary content, which may come as an attachment (MTOM, swaRef), is base64 to a mapping: "
                    + binary);
        }
        if (!operation.faults().isEmpty()) {
            notes.add("faults that the contract names: "
                    + operation.faults().stream().map(QName::getLocalPart).collect(Collectors.joining(", "))
                    + ". One that means that there is no such person belongs in call.okFaults");
        }
        return notes;
    }

    /** Whether it is called like what stands in a setting, and in no file of a connector. */
    static boolean secret(Leaf leaf, Words words) {
        return SECRET.matcher(leaf.name()).matches() || words.login(leaf.name()).sure();
    }

    private SoapNotes() {}
}
