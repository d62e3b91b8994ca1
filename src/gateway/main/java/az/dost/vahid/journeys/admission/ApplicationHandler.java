package az.dost.vahid.journeys.admission;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Connection;
import az.dost.vahid.edge.access.Strangers;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.key.Sha256;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Where a partner whom nobody knows applies, and reads what became of it, {@code contracts/partners.openapi.yaml}. What
 * he sends is bounded, counted by address, and calls nobody; he is told of nobody but himself.
 */
public final class ApplicationHandler {
    private static final int MAX_BODY = 32 * 1024;
    private static final int CREATED = 201;
    private static final String BEARER = "Bearer ";
    /** Of an IPv6 address, whose rest one machine may choose. */
    private static final int NETWORK_BYTES = 8;

    private static final int ID_FROM = 24;
    private final Applications applications;
    private final AdmittedPartners partners;
    private final Wish wishes;
    private final Grants grants;
    private final Strangers strangers;
    private final RowTrust trust;
    private final AccessPolicy access;
    private final AdmissionSettings settings;

    /** @param strangers counts who guesses secrets, or applies */
    ApplicationHandler(
            Applications applications,
            AdmittedPartners partners,
            Wish wishes,
            Grants grants,
            Strangers strangers,
            RowTrust trust,
            AccessPolicy access,
            AdmissionSettings settings) {
        this.applications = applications;
        this.partners = partners;
        this.wishes = wishes;
        this.grants = grants;
        this.strangers = strangers;
        this.trust = trust;
        this.access = access;
        this.settings = settings;
    }

    /** @throws ProblemException NOT_FOUND where nobody can apply; TOO_MANY_REQUESTS; else as {@link Wish#read} */
    public void apply(Exchange exchange) throws IOException {
        if (settings.openApplications() == 0) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND, null, "Nobody can apply here: ask whoever runs the gateway.");
        }
        Message message = exchange.getMessage();
        String address = Connection.of(exchange).address();
        String sender = sender(address);
        // Each is counted, before it costs more than this: most that are refused leave nothing to be counted by.
        strangers.refused(address);
        if (!applications.room(sender)) {
            throw full();
        }
        ObjectNode wish = wishes.read(BoundedBody.of(message, MAX_BODY));
        String secret = Application.newSecret();
        UUID id = RecordId.next();
        Application made = new Application(
                id,
                sender,
                Sha256.hex(secret),
                Application.State.OPEN,
                null,
                null,
                applications.seal(id, wish),
                RecordId.next());
        if (!applications.keep(made, sandbox(made, wish))) {
            throw full();
        }
        if (settings.sandbox()) {
            access.refresh();
        }
        HttpAnswer.json(message, json(made).put("secret", secret));
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, CREATED);
        message.setHeader("Location", "/v1/partners/applications/" + id);
    }

    private ActRecord.Change sandbox(Application made, ObjectNode wish) {
        if (!settings.sandbox()) {
            return connection -> true;
        }
        String id = "sandbox-" + made.id().toString().substring(ID_FROM);
        Admitted admitted = new Admitted(
                id, made.id(), Admitted.State.SANDBOX, grants.sandbox(id, made.secret(), wish), made.step());
        grants.check(admitted, "grants");
        return connection -> partners.insert(connection, admitted);
    }

    private static ProblemException full() {
        return new ProblemException(
                ProblemCode.TOO_MANY_REQUESTS,
                null,
                "There are too many applications that nobody has looked at yet.",
                "Come again in a few days, or write to whoever runs the gateway.");
    }

    /** @throws ProblemException NOT_FOUND for another secret as for an application that there is not */
    public void show(Exchange exchange) {
        Message message = exchange.getMessage();
        String told = message.getHeader("Authorization", "", String.class);
        Optional<Application> found = id(message.getHeader("id", String.class))
                .flatMap(applications::find)
                .filter(one -> told.startsWith(BEARER) && one.readBy(told.substring(BEARER.length())));
        if (found.isEmpty()) {
            strangers.refused(Connection.of(exchange).address());
            throw new ProblemException(
                    ProblemCode.NOT_FOUND,
                    null,
                    "There is no application of this id and secret, or none any more.",
                    "Send the id and, as Authorization: Bearer, the secret that you were given.");
        }
        HttpAnswer.json(message, json(found.get()));
    }

    private ObjectNode json(Application application) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("applicationId", application.id().toString())
                .put("state", application.state().name());
        if (application.state() != Application.State.RELEASED) {
            json.put("until", applications.until(application).toString());
        }
        if (application.requester() != null) {
            json.put("requester", application.requester());
        }
        if (application.because() != null) {
            json.put("because", application.because());
        }
        partners.sandbox(application.id()).ifPresent(sandbox -> json.put("sandbox", sandbox.id()));
        return json;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The address itself is not kept. */
    private String sender(String address) {
        byte[] bytes;
        try {
            bytes = InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            bytes = new byte[0];
        }
        byte[] network = bytes.length > NETWORK_BYTES ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes;
        return HexFormat.of().formatHex(trust.seals().of("admission_application.sender", (Object) network));
    }
}
