package az.dost.vahid.bulk;

import az.dost.vahid.access.AccessPolicy;
import az.dost.vahid.access.Requester;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The face of bulk lookups by file: a folder is one requester's, {@code <name>.csv} or {@code <name>.jsonl} the subjects, and
 * {@code <name>.job}, which is left last, the terms. What became of it is told in the folder {@code out} below.
 */
public final class BulkDrop {
    private static final String NAME = "vahid.bulk.file";
    private static final int MAX_TERMS = 4096;
    private final String requester;
    private final AccessPolicy access;

    BulkDrop(String requester, AccessPolicy access) {
        this.requester = requester;
        this.access = access;
    }

    /** Makes of the files what {@link BulkDesk#receive} takes; a file that is read again after a crash makes no second job. */
    public void receive(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        Path file = Path.of(message.getHeader(Exchange.FILE_PATH, String.class));
        String name = file.getFileName().toString();
        exchange.setProperty(NAME, name);
        exchange.setProperty(Requester.PROPERTY, access.named(requester).orElseThrow(() -> new ProblemException(ProblemCode.UNAUTHENTICATED)));
        Path job = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".job");
        if (Files.size(job) > MAX_TERMS) {
            throw new ProblemException(ProblemCode.REQUEST_MALFORMED, null, "The terms are longer than " + MAX_TERMS + " bytes.");
        }
        String key = HexFormat.of().formatHex(BulkConfiguration.sha256().digest((name + " " + Files.getLastModifiedTime(file) + " "
                + Files.size(file)).getBytes(StandardCharsets.UTF_8)));
        message.setHeader(Exchange.CONTENT_TYPE, name.endsWith(".csv") ? "text/csv" : "application/x-ndjson");
        message.setHeader(BulkDesk.TERMS, Files.readString(job));
        message.setHeader(BulkDesk.KEY, key);
    }

    /** The job as a file. */
    public void answer(Exchange exchange) {
        tell(exchange, exchange.getMessage().getBody(byte[].class), ".accepted.json");
    }

    /** The problem as a file; of the subjects nothing. */
    public void refuse(Exchange exchange) {
        tell(exchange, Problems.bytes(Problems.body(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))), ".refused.json");
    }

    private static void tell(Exchange exchange, byte[] body, String end) {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.FILE_NAME, exchange.getProperty(NAME, String.class) + end);
        exchange.getMessage().setBody(body);
    }
}
