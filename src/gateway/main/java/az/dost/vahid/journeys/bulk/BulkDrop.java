package az.dost.vahid.journeys.bulk;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.IdempotencyKey;
import az.dost.vahid.folder.ForeignFolder;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import az.dost.vahid.signature.key.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.IOHelper;

/**
 * The face of bulk lookups by file: a folder is one requester's, {@code <name>.csv} or {@code <name>.jsonl} the
 * subjects, and {@code <name>.job}, which is left last, the terms. What became of it is told in the folder {@code out}
 * below.
 */
public final class BulkDrop {
    private static final String NAME = "vahid.bulk.file";
    private static final int MAX_TERMS = 4096;
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-]{1,100}[.](csv|jsonl)");
    private final String requester;
    private final AccessPolicy access;
    private final ForeignFolder folder;

    BulkDrop(String requester, AccessPolicy access, ForeignFolder folder) {
        this.requester = requester;
        this.access = access;
        this.folder = folder;
    }

    /** The files of subjects whose terms are there too. */
    public List<ForeignFolder.Entry> look() throws IOException {
        List<ForeignFolder.Entry> files = folder.files("");
        Set<String> names = files.stream().map(ForeignFolder.Entry::name).collect(Collectors.toSet());
        return files.stream()
                .filter(file -> FILE.matcher(file.name()).matches() && names.contains(terms(file.name())))
                .toList();
    }

    private static String terms(String name) {
        return name.substring(0, name.lastIndexOf('.')) + ".job";
    }

    /**
     * Makes of the files what {@link BulkHandler#receive} takes; a file that is read again after a crash makes no
     * second job.
     */
    public void receive(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        ForeignFolder.Entry file = message.getBody(ForeignFolder.Entry.class);
        String name = file.name();
        exchange.setProperty(NAME, name);
        exchange.setProperty(
                Requester.PROPERTY,
                access.named(requester).orElseThrow(() -> new ProblemException(ProblemCode.UNAUTHENTICATED)));
        byte[] terms;
        try (InputStream job = folder.open("", terms(name))) {
            terms = BoundedBody.beginning(job, MAX_TERMS);
        }
        if (terms.length > MAX_TERMS) {
            throw new ProblemException(
                    ProblemCode.REQUEST_MALFORMED, null, "The terms are longer than " + MAX_TERMS + " bytes.");
        }
        String key = HexFormat.of()
                .formatHex(Sha256.digest()
                        .digest((name + " " + file.changed() + " " + file.size()).getBytes(StandardCharsets.UTF_8)));
        message.setHeader(Exchange.CONTENT_TYPE, name.endsWith(".csv") ? "text/csv" : "application/x-ndjson");
        message.setHeader(BulkHandler.TERMS, new String(terms, StandardCharsets.UTF_8));
        message.setHeader(IdempotencyKey.HEADER, key);
        InputStream subjects = folder.open("", name);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                IOHelper.close(subjects);
            }
        });
        message.setBody(subjects);
    }

    /** The job as a file. */
    public void answer(Exchange exchange) throws IOException {
        tell(exchange, exchange.getMessage().getBody(byte[].class), ".accepted.json");
    }

    /** The problem as a file; of the subjects nothing. */
    public void refuse(Exchange exchange) throws IOException {
        tell(
                exchange,
                Problems.bytes(Problems.body(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))),
                ".refused.json");
    }

    private void tell(Exchange exchange, byte[] body, String end) throws IOException {
        String name = exchange.getProperty(NAME, String.class);
        folder.write("out", name + end, new ByteArrayInputStream(body));
        folder.delete("", name);
        folder.delete("", terms(name));
    }
}
