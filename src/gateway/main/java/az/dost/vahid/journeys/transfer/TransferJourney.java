package az.dost.vahid.journeys.transfer;

import az.dost.vahid.proof.blob.Blob;
import az.dost.vahid.signature.DetachedCms;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.Seal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of one sender's files of one type in {@code routes/transfers.camel.yaml}. */
public final class TransferJourney {
    private static final Logger LOG = LoggerFactory.getLogger(TransferJourney.class);
    private static final int MAX_SIGNATURE = 1 << 16;
    private final String sender;
    private final String type;
    private final Partners partners;
    private final FileStore store;
    private final Transfers transfers;
    private final VirusScan scan;
    private final PinnedCertificates certificates;

    TransferJourney(
            String sender,
            String type,
            Partners partners,
            FileStore store,
            Transfers transfers,
            VirusScan scan,
            PinnedCertificates certificates) {
        this.sender = sender;
        this.type = type;
        this.partners = partners;
        this.store = store;
        this.transfers = transfers;
        this.scan = scan;
        this.certificates = certificates;
    }

    public void receive(Exchange exchange) throws IOException {
        String name = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class);
        try (InputStream source = exchange.getMessage().getBody(InputStream.class)) {
            if (source == null) {
                throw new IOException("The file cannot be fetched");
            }
            Incoming file = store.fetch(new GrantedContent(source, this::granted), sender, type, name);
            exchange.setProperty(Incoming.PROPERTY, file);
            store.checkLength(file);
        }
    }

    public void takeSignature(Exchange exchange) throws IOException {
        try (InputStream signature = exchange.getMessage().getBody(InputStream.class)) {
            if (signature == null) {
                throw new IOException("The signature beside the file cannot be fetched");
            }
            byte[] bytes = signature.readNBytes(MAX_SIGNATURE + 1);
            if (bytes.length > MAX_SIGNATURE) {
                throw new FileRefused(
                        Refusal.SIGNATURE_REFUSED, "The signature is longer than " + MAX_SIGNATURE + " bytes");
            }
            exchange.setProperty(Incoming.PROPERTY, received(exchange).with(bytes));
        }
    }

    /**
     * 1. somebody takes it; 2. the sender signed it; 3. no virus is found in it; 4. the grant is still there; 5. put it
     * where every gateway finds it; 6. commit it, and what follows.
     */
    public void accept(Exchange exchange) throws IOException {
        Incoming file = received(exchange);
        List<String> receivers = partners.receivers(sender, type);
        if (receivers.isEmpty() && granted()) {
            throw new FileRefused(Refusal.UNROUTABLE, "Nobody takes files of this type from this sender");
        }
        String signer = prove(file).signer();
        scan.scan(file.file());
        if (!granted()) {
            throw new IOException("The grant for it was taken away");
        }
        take(file, signer, receivers);
        store.forget(file);
    }

    /** When nobody knows whether it was committed, the blob stays: the file comes again, and tells. */
    private void take(Incoming file, String signer, List<String> receivers) throws IOException {
        Blob blob = store.keep(file, true);
        try {
            if (!transfers.take(file, blob, signer, receivers)) {
                store.discard(blob);
            }
        } catch (FileRefused e) {
            store.discard(blob);
            throw e;
        }
    }

    private boolean granted() {
        return partners.sends(sender, type);
    }

    private Seal prove(Incoming file) throws IOException {
        try (InputStream content = Files.newInputStream(file.file())) {
            return new DetachedCms(certificates.of(sender)).verify(content, file.signature());
        } catch (ProofException e) {
            throw new FileRefused(Refusal.SIGNATURE_REFUSED, e.getMessage());
        }
    }

    public void setAside(Exchange exchange) throws IOException {
        Incoming file = received(exchange);
        try {
            transfers.refuse(
                    sender,
                    type,
                    file,
                    store.keep(file, false),
                    exchange.getProperty(Exchange.EXCEPTION_CAUGHT, FileRefused.class));
        } finally {
            store.forget(file);
        }
    }

    /** Leaves the file where it is, to be taken at a later look: what takes it away must see that it failed. */
    public void postpone(Exchange exchange) throws Exception {
        stay(exchange);
        throw exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    }

    /** The same where nothing takes it away by itself. */
    public void stay(Exchange exchange) throws IOException {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (received(exchange) != null) {
            store.forget(received(exchange));
        }
        LOG.warn(
                "A file of type {} from {} waits: {}",
                type,
                sender,
                cause instanceof IOException
                        ? cause.getMessage()
                        : cause.getClass().getSimpleName());
    }

    private static Incoming received(Exchange exchange) {
        return exchange.getProperty(Incoming.PROPERTY, Incoming.class);
    }
}
