package az.dost.vahid.journeys.event;

import az.dost.vahid.folder.ForeignFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** A folder into which one subscriber's events are written, and out of which it takes them. */
public final class EventFolder {
    private final ForeignFolder folders;
    private final String name;

    EventFolder(ForeignFolder folders, String name) {
        this.folders = folders;
        this.name = name;
    }

    /** Writes the body as a file of the header's name. */
    public void write(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        folders.write(
                name,
                message.getHeader(Exchange.FILE_NAME, String.class),
                new ByteArrayInputStream(message.getBody(String.class).getBytes(StandardCharsets.UTF_8)));
    }
}
