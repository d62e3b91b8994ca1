package az.dost.vahid.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.aws2.s3.AWS2S3Constants;
import org.apache.camel.util.ObjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Which objects of an agency's folder are drops that are whole. The component's own listing stops at the first page, and what
 * is to be applied first may stand on the last.
 */
public final class ObjectDrops {
    /** Of all objects of the folder: their order is known only once all have been seen. */
    private static final int MAX_OBJECTS = 100_000;
    private static final Logger LOG = LoggerFactory.getLogger(ObjectDrops.class);
    private final String agency;
    private final S3Client store;
    private final ObjectAddress address;
    private final DropPattern pattern;
    private final String signatureSuffix;
    private final Claim claim;

    /** @param signatureSuffix null where a drop is whole as soon as it is there, as an object always is */
    ObjectDrops(String agency, S3Client store, ObjectAddress address, DropPattern pattern, String signatureSuffix, Claim claim) {
        this.agency = agency;
        this.store = store;
        this.address = address;
        this.pattern = pattern;
        this.signatureSuffix = signatureSuffix;
        this.claim = claim;
    }

    /** Names without the folder, in the order in which the drops must be applied. */
    public List<String> look() {
        Set<String> names = new HashSet<>();
        for (S3Object object : store.listObjectsV2Paginator(list -> list.bucket(address.bucket()).prefix(address.folder()).delimiter("/"))
                .contents()) {
            if (names.size() >= MAX_OBJECTS) {
                throw new DropPostponed("It holds more than " + MAX_OBJECTS + " objects; take away those that are no drops");
            }
            if (object.key().startsWith(address.folder())) {
                names.add(object.key().substring(address.folder().length()));
            }
        }
        List<DropName> drops = names.stream().map(pattern::read).flatMap(Optional::stream)
                .filter(drop -> signatureSuffix == null || names.contains(drop.name() + signatureSuffix)).sorted().toList();
        claim.found(drops.size());
        return drops.stream().map(DropName::name).toList();
    }

    /** Points at a drop: first by the body, which is its name, then by the header that this leaves. */
    public void drop(Exchange exchange) {
        Message message = exchange.getMessage();
        if (message.getHeader(Exchange.FILE_NAME_ONLY) == null) {
            message.setHeader(Exchange.FILE_NAME_ONLY, message.getBody(String.class));
        }
        point(message, "");
    }

    /** Points at the signature beside it, or at the drop once more where there is none beside. */
    public void signature(Exchange exchange) {
        point(exchange.getMessage(), signatureSuffix == null ? "" : signatureSuffix);
    }

    private void point(Message message, String suffix) {
        message.setHeader(AWS2S3Constants.KEY, address.folder() + message.getHeader(Exchange.FILE_NAME_ONLY) + suffix);
    }

    /** Says why, in words of the store or of our own: those of another fault may quote a row. */
    public void unreadable(Exchange exchange) {
        Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        String why = Stream.of(SdkException.class, DropPostponed.class).map(type -> ObjectHelper.getException(type, caught))
                .filter(Objects::nonNull).map(Throwable::getMessage).findFirst().orElse(caught.getClass().getName());
        LOG.warn("The folder of {} cannot be read, or a drop not be taken: {}", agency, why);
    }
}
