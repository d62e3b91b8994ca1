package az.dost.vahid.sources.ingest.source;

import az.dost.vahid.drop.DropName;
import az.dost.vahid.drop.DropPattern;
import az.dost.vahid.folder.ForeignFolder;
import az.dost.vahid.sources.ingest.drop.FolderClaim;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which files of a folder that an agency writes into are drops that are whole, and the steps of the route that takes
 * them.
 */
public final class FolderDrops {
    private static final Logger LOG = LoggerFactory.getLogger(FolderDrops.class);
    private final String agency;
    private final ForeignFolder folder;
    private final DropPattern pattern;
    private final String signatureSuffix;
    private final Duration untouched;
    private final FolderClaim claim;
    private String told = "";

    /**
     * @param signatureSuffix null where a drop is whole once it has not changed for a while
     * @param untouched how long that is
     */
    FolderDrops(
            String agency,
            ForeignFolder folder,
            DropPattern pattern,
            String signatureSuffix,
            Duration untouched,
            FolderClaim claim) {
        this.agency = agency;
        this.folder = folder;
        this.pattern = pattern;
        this.signatureSuffix = signatureSuffix;
        this.untouched = untouched;
        this.claim = claim;
    }

    /** Names, in the order in which the drops must be applied. */
    public List<String> look() throws IOException {
        List<ForeignFolder.Entry> files = folder.files("");
        folder.others("").stream()
                .map(ForeignFolder.Entry::name)
                .filter(name -> pattern.read(name).isPresent())
                .findFirst()
                .ifPresent(this::tell);
        Set<String> names = files.stream().map(ForeignFolder.Entry::name).collect(Collectors.toSet());
        Instant old = Instant.now().minus(untouched);
        List<DropName> drops = files.stream()
                .filter(file -> signatureSuffix == null
                        ? file.changed().isBefore(old)
                        : names.contains(file.name() + signatureSuffix))
                .map(file -> pattern.read(file.name()))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        claim.found(drops.size());
        return drops.stream().map(DropName::name).toList();
    }

    private void tell(String link) {
        if (!told.equals(link)) {
            told = link;
            LOG.warn("{} of {} is a link, or a file with a second name, and is not taken", link, agency);
        }
    }

    /** Puts the content of the drop, whose name is the body, in its place; the name goes on as a header. */
    public void fetch(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        message.setHeader(Exchange.FILE_NAME_ONLY, message.getBody(String.class));
        message.setBody(folder.open("", name(message)));
    }

    /** Puts the content of the signature beside the drop into the body. */
    public void signature(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        message.setBody(folder.open("", name(message) + signatureSuffix));
    }

    /** Takes the drop away, then the signature beside it: one without a drop is no drop. */
    public void delete(Exchange exchange) throws IOException {
        String name = name(exchange.getMessage());
        folder.delete("", name);
        if (signatureSuffix != null) {
            folder.delete("", name + signatureSuffix);
        }
    }

    private static String name(Message message) {
        return message.getHeader(Exchange.FILE_NAME_ONLY, String.class);
    }

    /** Says once why a file or the folder cannot be read; what is wrong with a drop was said by its journey. */
    public void unreadable(Exchange exchange) {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (cause instanceof IOException && !told.equals(cause.toString())) {
            told = cause.toString();
            LOG.warn(
                    "The folder of {}, or a drop in it, cannot be read: {}",
                    agency,
                    cause.getClass().getSimpleName());
        }
    }
}
