package az.dost.vahid.sources.expiry;

import az.dost.vahid.signature.RevocationLists;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Fetches revocation lists, each by itself: one that does not come leaves the others. */
public final class RevocationFetch {
    private final RevocationLists lists;

    RevocationFetch(RevocationLists lists) {
        this.lists = lists;
    }

    /** The addresses of the lists, one body each. */
    public Set<String> places() {
        return lists.places();
    }

    /** Makes a request of the address that is the body. */
    public void ask(Exchange exchange) {
        Message message = exchange.getMessage();
        message.setHeader(Exchange.HTTP_URI, message.getBody(String.class));
        message.setHeader(Exchange.HTTP_METHOD, "GET");
        message.setBody(null);
    }

    /** Keeps the list of the answer. */
    public void keep(Exchange exchange) throws IOException {
        try (InputStream list = exchange.getMessage().getBody(InputStream.class)) {
            lists.keep(list);
        }
    }
}
