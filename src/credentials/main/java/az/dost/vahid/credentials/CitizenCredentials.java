package az.dost.vahid.credentials;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Citizen;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.journeys.lookup.BackgroundLookups;
import az.dost.vahid.journeys.lookup.LookupRequest;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.PersonHash;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * A citizen's own credentials, {@code contracts/credentials.openapi.yaml}: he asks for one, hands it to his wallet,
 * sees what he has, and ends it. Whose it is stands in the access token and nowhere in a request.
 */
public final class CitizenCredentials {
    private static final String TYPE = "type";
    private static final String ASKED = "vahid.credentials.asked";
    private static final int MAX_BODY = 4 * 1024;
    private static final int DEADLINE_MS = 10_000;
    private static final int CREATED = 201;
    private static final String NOT_NEEDED = "NOT_NEEDED";
    private static final String UNKNOWN = "UNKNOWN";

    private final FrontDoor door;
    private final PersonHash persons;
    private final CredentialTypes types;
    private final Credentials credentials;
    private final BackgroundLookups lookups;
    private final AccessPolicy access;
    private final IssuerMetadata metadata;
    private final CredentialSettings settings;
    private final InstantSource clock;

    CitizenCredentials(
            FrontDoor door,
            PersonHash persons,
            CredentialTypes types,
            Credentials credentials,
            BackgroundLookups lookups,
            AccessPolicy access,
            IssuerMetadata metadata,
            CredentialSettings settings,
            InstantSource clock) {
        this.door = door;
        this.persons = persons;
        this.types = types;
        this.credentials = credentials;
        this.lookups = lookups;
        this.access = access;
        this.metadata = metadata;
        this.settings = settings;
        this.clock = clock;
    }

    /** What can be had, and what he has asked for, the newest first. */
    public void list(Exchange exchange) {
        String person = persons.of(door.citizen(exchange).fin());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode offered = body.putArray("types");
        types.all().forEach(type -> title(offered.addObject().put(TYPE, type.code()), type));
        ArrayNode own = body.putArray("credentials");
        credentials.of(person).forEach(one -> own.add(json(one)));
        HttpAnswer.json(exchange.getMessage(), body);
    }

    /**
     * Makes the lookup the body that proves what is asked for.
     *
     * @throws ProblemException FIELD_INVALID for a type that there is not, TOO_MANY_REQUESTS, or as a lookup
     */
    public void ask(Exchange exchange) throws IOException {
        Citizen citizen = door.citizen(exchange);
        JsonNode body = StrictJson.object(BoundedBody.of(exchange.getMessage(), MAX_BODY), Set.of(TYPE));
        if (!body.has(TYPE)) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, TYPE, "It is missing.");
        }
        CredentialType type = types.find(body.path(TYPE).asText())
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.FIELD_INVALID, TYPE, "There is no such credential: choose one of the list."));
        Credential asked = credentials
                .ask(type, persons.of(citizen.fin()))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.TOO_MANY_REQUESTS,
                        null,
                        "You have asked as often as one may in a day.",
                        "Ask again tomorrow."));
        exchange.setProperty(ASKED, asked);
        Requester requester = access.named(settings.requester())
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_GRANTED, null, "The requester is no more."));
        lookups.begin(
                exchange,
                requester,
                new LookupRequest(
                        citizen.fin(),
                        type.purpose().code(),
                        asked.id().toString(),
                        settings.official(),
                        type.purpose().facts(),
                        DEADLINE_MS));
    }

    /**
     * Keeps the lookup, and offers what it proves.
     *
     * @throws ProblemException CREDENTIAL_UNFOUNDED where registers say that there is nothing to prove,
     *     CREDENTIAL_UNDECIDED where one did not say it
     */
    public void offer(Exchange exchange) {
        Credential asked = exchange.getProperty(ASKED, Credential.class);
        CredentialType type = types.find(asked.type()).orElseThrow();
        UUID dossier = lookups.dossier(exchange);
        lookups.keep(exchange, connection -> true);
        ObjectNode found = lookups.find(dossier, settings.requester()).content();
        LocalDate today = LocalDate.ofInstant(RecordId.time(asked.id()), Baku.ZONE);
        JsonNode verdict = type.verdict(found);
        JsonNode record = type.record(found, today);
        if (!NOT_NEEDED.equals(verdict.path("verdict").textValue()) || record.isMissingNode()) {
            throw unfounded(asked, verdict);
        }
        Instant now = clock.instant();
        Instant until = now.plus(settings.offered());
        String code = Secrets.code();
        String pin = Secrets.pin();
        Credential offered = asked.offered(
                dossier,
                type.expires(record, today, settings.valid().toDays()),
                credentials.seal("code", code),
                credentials.seal("pin", pin),
                until);
        if (!credentials.step(offered, Credential.State.OFFERED, null)) {
            throw new ProblemException(
                    ProblemCode.CREDENTIAL_UNDECIDED, null, "Something about you changed meanwhile: ask again.");
        }
        ObjectNode offer = offer(type, code);
        Message message = exchange.getMessage();
        HttpAnswer.json(
                message,
                title(
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("credentialId", asked.id().toString())
                                        .put(TYPE, type.code()),
                                type)
                        .put("state", Credential.State.OFFERED.name())
                        .put("expires", offered.expires().toString())
                        .put("until", until.toString())
                        .put("transactionCode", pin)
                        .put(
                                "offerUri",
                                "openid-credential-offer://?credential_offer="
                                        + URLEncoder.encode(offer.toString(), StandardCharsets.UTF_8)));
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, CREATED);
    }

    private ProblemException unfounded(Credential asked, JsonNode verdict) {
        boolean silent = UNKNOWN.equals(verdict.path("verdict").textValue()) || verdict.isMissingNode();
        credentials.step(
                asked, Credential.State.UNFOUNDED, verdict.at("/reason/code").asText("NOT_SAID"));
        return silent
                ? new ProblemException(
                        ProblemCode.CREDENTIAL_UNDECIDED,
                        TYPE,
                        verdict.at("/reason/en").asText("A register was silent."))
                : new ProblemException(
                        ProblemCode.CREDENTIAL_UNFOUNDED,
                        TYPE,
                        verdict.at("/reason/en").asText("No register says it."));
    }

    /** OpenID4VCI 1.0, section 4.1.1. */
    private ObjectNode offer(CredentialType type, String code) {
        ObjectNode offer = JsonNodeFactory.instance.objectNode().put("credential_issuer", metadata.issuer());
        offer.putArray("credential_configuration_ids").add(type.code());
        offer.putObject("grants")
                .putObject(TokenHandler.GRANT)
                .put("pre-authorized_code", code)
                .putObject("tx_code")
                .put("length", Secrets.PIN_DIGITS)
                .put("input_mode", "numeric");
        return offer;
    }

    /** Ends one: what is issued is revoked, what is offered cannot be fetched. Done twice it is done once. */
    public void end(Exchange exchange) {
        String person = persons.of(door.citizen(exchange).fin());
        UUID id = id(exchange.getMessage().getHeader("id", String.class));
        Credential own = own(id, person);
        credentials.step(
                own,
                own.state() == Credential.State.ISSUED ? Credential.State.REVOKED : Credential.State.CLOSED,
                "HOLDER");
        HttpAnswer.json(exchange.getMessage(), json(own(id, person)));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw none();
        }
    }

    private Credential own(UUID id, String person) {
        return credentials.find(id, person).orElseThrow(CitizenCredentials::none);
    }

    private static ProblemException none() {
        return new ProblemException(ProblemCode.NOT_FOUND, null, "You have no credential of this id.");
    }

    private ObjectNode json(Credential one) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("credentialId", one.id().toString())
                .put(TYPE, one.type())
                .put(
                        "state",
                        one.expired(clock.instant()) ? "EXPIRED" : one.state().name())
                .put("askedAt", RecordId.time(one.id()).toString());
        types.find(one.type()).ifPresent(type -> title(json, type));
        if (one.reason() != null) {
            json.put("reason", one.reason());
        }
        if (one.expires() != null) {
            json.put("expires", one.expires().toString());
        }
        if (one.dossier() != null) {
            json.put("lookup", one.dossier().toString());
        }
        return json;
    }

    private static ObjectNode title(ObjectNode json, CredentialType type) {
        json.putObject("title")
                .put("az", type.title().az())
                .put("en", type.title().en());
        return json;
    }
}
