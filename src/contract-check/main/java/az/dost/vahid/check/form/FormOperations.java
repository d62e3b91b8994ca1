package az.dost.vahid.check.form;

import az.dost.vahid.check.form.FormOperation.FormMessage;
import az.dost.vahid.check.form.FormOperation.FormPart;
import az.dost.vahid.check.wsdl.BoundContract;
import az.dost.vahid.check.wsdl.BoundMessage;
import az.dost.vahid.check.wsdl.BoundOperation;
import az.dost.vahid.check.wsdl.BoundPart;
import az.dost.vahid.check.wsdl.ContractException;
import az.dost.vahid.check.wsdl.ContractFiles;
import az.dost.vahid.folder.OthersFiles;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The operations of a WSDL, with what their messages begin with. */
final class FormOperations {
    /** Those of which the contract has all. @throws ContractException when the WSDL cannot be read */
    static List<FormOperation> of(OthersFiles folder, Path wsdl) {
        return new BoundContract(ContractFiles.of(folder, wsdl))
                .operations().stream()
                        .map(FormOperations::operation)
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static Optional<FormOperation> operation(BoundOperation bound) {
        try {
            BoundMessage question = bound.request();
            BoundMessage answer = bound.answers() ? bound.reply() : null;
            boolean encoded = question.encoded() || answer != null && answer.encoded();
            return Optional.of(new FormOperation(
                    bound.name(),
                    bound.action(),
                    bound.soapVersion(),
                    question.wrapper() != null,
                    path(bound),
                    encoded
                            ? "its messages are " + (question.wrapper() == null ? "document" : "rpc")
                                    + "/encoded, which a schema does not describe"
                            : null,
                    message(question),
                    answer == null ? null : message(answer),
                    question.headers().stream()
                            .map(BoundPart::element)
                            .filter(Objects::nonNull)
                            .toList()));
        } catch (ContractException e) {
            // Another operation may be whole.
            return Optional.empty();
        }
    }

    private static FormMessage message(BoundMessage message) {
        return message.wrapper() == null
                ? new FormMessage(
                        message.body().stream()
                                .map(BoundPart::element)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null),
                        List.of())
                : new FormMessage(
                        message.wrapper(),
                        message.body().stream()
                                .map(part -> new FormPart(part.name().getLocalPart(), part.type(), part.element()))
                                .toList());
    }

    private static String path(BoundOperation bound) {
        try {
            String path = bound.address()
                    .map(address -> URI.create(address.strip()).getPath())
                    .orElse("");
            return path == null || path.equals("/") ? "" : path;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private FormOperations() {}
}
