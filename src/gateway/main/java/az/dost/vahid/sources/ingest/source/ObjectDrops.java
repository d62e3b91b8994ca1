package az.dost.vahid.sources.ingest.source;

import az.dost.vahid.drop.DropName;
import az.dost.vahid.drop.DropPattern;
import az.dost.vahid.drop.DropPostponed;
import az.dost.vahid.proof.blob.ObjectStore;
import az.dost.vahid.sources.ingest.drop.FolderClaim;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.util.ObjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** Which objects of an agency's folder are drops that are whole, and the steps of the route that takes them. */
public final class ObjectDrops {
    /** Of all objects of the folder: their order is known only once all have been seen. */
    private static final int MAX_OBJECTS = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(ObjectDrops.class);
    private final String agency;
    private final ObjectStore store;
    private final DropPattern pattern;
    private final String signatureSuffix;
    private final FolderClaim claim;

    /** @param signatureSuffix null where a drop is whole as soon as it is there, as an object always is */
    ObjectDrops(String agency, ObjectStore store, DropPattern pattern, String signatureSuffix, FolderClaim claim) {
        this.agency = agency;
        this.store = store;
        this.pattern = pattern;
        this.signatureSuffix = signatureSuffix;
        this.claim = claim;
    }

    /** Names without the folder, in the order in which the drops must be applied. */
    public List<String> look() {
        Set<String> names = new HashSet<>();
        for (Iterator<String> each = store.names().iterator(); each.hasNext(); names.add(each.next())) {
            if (names.size() >= MAX_OBJECTS) {
                throw new DropPostponed(
                        "It holds more than " + MAX_OBJECTS + " objects; take away those that are no drops");
            }
        }
        List<DropName> drops = names.stream()
                .map(pattern::read)
                .flatMap(Optional::stream)
                .filter(drop -> signatureSuffix == null || names.contains(drop.name() + signatureSuffix))
                .sorted()
                .toList();
        claim.found(drops.size());
        return drops.stream().map(DropName::name).toList();
    }

    /** Puts the content of the drop, whose name is the body, in its place; the name goes on as a header. */
    public void fetch(Exchange exchange) {
        Message message = exchange.getMessage();
        message.setHeader(Exchange.FILE_NAME_ONLY, message.getBody(String.class));
        message.setBody(store.get(name(message)));
    }

    /** Puts the content of the signature beside the drop into the body. */
    public void signature(Exchange exchange) {
        Message message = exchange.getMessage();
        message.setBody(store.get(name(message) + signatureSuffix));
    }

    /** Takes the drop away, then the signature beside it: one without a drop is no drop. */
    public void delete(Exchange exchange) {
        String name = name(exchange.getMessage());
        store.delete(name);
        if (signatureSuffix != null) {
            store.delete(name + signatureSuffix);
        }
    }

    private static String name(Message message) {
        return message.getHeader(Exchange.FILE_NAME_ONLY, String.class);
    }

    /** Says why, in words of the store or of our own: those of another fault may quote a row. */
    public void unreadable(Exchange exchange) {
        Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        String why = Stream.of(SdkException.class, DropPostponed.class)
                .map(type -> ObjectHelper.getException(type, caught))
                .filter(Objects::nonNull)
                .map(Throwable::getMessage)
                .findFirst()
                .orElse(caught.getClass().getName());
        LOG.warn("The folder of {} cannot be read, or a drop not be taken: {}", agency, why);
    }
}
