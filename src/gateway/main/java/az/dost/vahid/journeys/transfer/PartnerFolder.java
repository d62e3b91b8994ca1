package az.dost.vahid.journeys.transfer;

import az.dost.vahid.folder.ForeignFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.camel.Exchange;

/** A partner's folder here: what it gets is written into it, and its acknowledgements lie in it. */
public final class PartnerFolder {
    private static final String ACKS = "acks";
    private final ForeignFolder folder;
    private final String partner;
    private final Partners partners;

    PartnerFolder(ForeignFolder folder, String partner, Partners partners) {
        this.folder = folder;
        this.partner = partner;
        this.partners = partners;
    }

    /** Writes the body under the path that the file's name is. */
    public void write(Exchange exchange) throws IOException {
        String path = exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class);
        int slash = path.lastIndexOf('/');
        folder.write(
                path.substring(0, Math.max(0, slash)),
                path.substring(slash + 1),
                exchange.getMessage().getBody(InputStream.class));
    }

    /** Names of its acknowledgements. */
    public List<String> acknowledgements() throws IOException {
        return !partners.known(partner)
                ? List.of()
                : folder.files(ACKS).stream()
                        .map(ForeignFolder.Entry::name)
                        .filter(name -> name.endsWith(".ack"))
                        .toList();
    }

    /** The name, which is the body, goes on as a header too. */
    public void name(Exchange exchange) {
        exchange.getMessage()
                .setHeader(Exchange.FILE_NAME_ONLY, exchange.getMessage().getBody(String.class));
    }

    public void remove(Exchange exchange) throws IOException {
        folder.delete(ACKS, exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class));
    }
}
