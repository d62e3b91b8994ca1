package az.dost.vahid.journeys.verify;

import az.dost.vahid.edge.access.Auditor;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.CheckCode;
import az.dost.vahid.signature.CheckLine;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.TimeStamps;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.apache.camel.Exchange;

/**
 * Checks a file that an auditor has, as the command {@code verify} does, with this installation's certificates. Nothing
 * of the file is kept, logged or told to anybody else.
 */
public final class VerificationHandler {
    /** More than anybody reads; what somebody changed everywhere is changed after some, too. */
    private static final int MOST = 200;

    private static final int MOST_NAMES = 50;
    private static final List<String> ABOUT =
            List.of("form", "signedAt", "signer", "dossierId", "entryId", "service", "assembledAt");
    /** Of a file: a container has answers, each bounded. */
    static final int MOST_BYTES = 16 << 20;
    /** Each may unpack what a container may have; more at once would take the memory of lookups. */
    private static final int MOST_AT_ONCE = 2;
    /** All that is said of a ZIP file in which neither a signature nor a dossier could be read. */
    private static final Set<CheckCode> NOTHING_READ = Set.of(CheckCode.CONTAINER_DAMAGED, CheckCode.PART_MISSING);

    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final GatewayProof proof;
    private final Path stamps;
    private final List<X509Certificate> authorities;

    /**
     * @param stamps certificate of the time-stamp authority; it need not be there
     * @param authorities those whose revocation lists are believed
     */
    VerificationHandler(GatewayProof proof, Path stamps, List<X509Certificate> authorities) {
        this.proof = proof;
        this.stamps = stamps;
        this.authorities = authorities;
    }

    public void check(Exchange exchange) throws IOException {
        Auditor.of(exchange);
        String detached = exchange.getMessage().getHeader(HttpAnswer.SIGNATURE, String.class);
        if (!free.tryAcquire()) {
            throw new ProblemException(ProblemCode.OVERLOADED, null, "Other files are being checked.");
        }
        try {
            Report report = check(BoundedBody.of(exchange.getMessage(), MOST_BYTES), detached);
            HttpAnswer.json(exchange.getMessage(), json(report));
        } finally {
            free.release();
        }
    }

    /** @param detached signature of the file, null for one that has its own */
    private Report check(byte[] file, String detached) throws IOException {
        Report report = new Report();
        SignedFile signed = detached == null
                ? new SignedFile(file, (SignedFile.Content) null)
                : new SignedFile(detached.getBytes(StandardCharsets.UTF_8), () -> new ByteArrayInputStream(file));
        if (detached == null) {
            readable(file);
        } else if (SignedForm.of(signed.bytes()) != SignedForm.DETACHED_JWS) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, HttpAnswer.SIGNATURE, "It must be a detached JWS.");
        }
        signed.check(proof, Files.exists(stamps) ? TimeStamps.of(stamps) : null, authorities, report);
        if (SignedForm.of(signed.bytes()) == SignedForm.CONTAINER
                && report.lines().stream().allMatch(line -> NOTHING_READ.contains(line.code()))) {
            throw unreadable("The container cannot be unpacked.");
        }
        return report;
    }

    /** What is none of the forms, or cannot be read within bounds, is not called a forgery. */
    private static void readable(byte[] file) {
        switch (SignedForm.of(file)) {
            case UNKNOWN -> throw unreadable("It begins like none of the forms.");
            case JSON -> {
                try {
                    StrictJson.tree(file);
                } catch (IOException e) {
                    // Jackson's message quotes the file.
                    throw unreadable("It is not one JSON document without duplicate keys.");
                }
            }
            case XML -> {
                try {
                    XmlFactories.parse(file);
                } catch (ProofException e) {
                    throw unreadable(e.getMessage() + ".");
                }
            }
            default -> {
                // Its own reader says what is wrong with it.
            }
        }
    }

    private static ProblemException unreadable(String detail) {
        return new ProblemException(ProblemCode.FILE_UNREADABLE, null, detail);
    }

    /** What a check found, as {@code contracts/audit.openapi.yaml} has it. */
    private static ObjectNode json(Report report) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("holds", report.wrong().isEmpty());
        if (report.kind() != null) {
            json.put("kind", report.kind());
        }
        ABOUT.stream()
                .filter(report.about()::containsKey)
                .forEach(name -> json.put(name, report.about().get(name)));
        ArrayNode checks = json.putArray("checks");
        List<CheckLine> lines = report.lines();
        lines.stream().limit(MOST).forEach(line -> {
            ObjectNode check = checks.addObject()
                    .put("outcome", line.outcome().name())
                    .put("code", line.code().name())
                    .put("detail", line.sentence());
            ArrayNode named = check.putArray("named");
            line.named().stream().limit(MOST_NAMES).forEach(named::add);
        });
        return json.put("more", Math.max(0, lines.size() - MOST));
    }
}
