package az.dost.vahid.offers;

import az.dost.vahid.faces.Portal;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole demonstration with rights on, whose registers are asked and whose registry publishes. */
public final class RightsSystem {
    static final String BIRTH = "birth-allowance";
    /** Whoever is 65 by then has reached pension age, whenever this runs. */
    private static final LocalDate PENSION_AGE_ON = LocalDate.of(2026, 11, 1);

    static final Duration LONGEST = Duration.ofSeconds(60);
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static RightsSystem only;

    final RunningVahid vahid = RunningVahid.get();
    private final Iterator<Mother> mothers;
    private final Iterator<Head> heads;

    /** A mother in work, and a living child of hers; both citizens of whom registers agree. */
    public record Mother(String fin, String child) {}

    private RightsSystem() {
        Population people = vahid.population();
        mothers = IntStream.range(2_000, people.size())
                .filter(n -> mother(people, n))
                .mapToObj(n -> new Mother(people.fin(n), child(people, n)))
                .iterator();
        heads = IntStream.range(1_000, 2_000)
                .mapToObj(n -> head(people, n))
                .filter(Objects::nonNull)
                .iterator();
    }

    public static synchronized RightsSystem get() {
        if (only == null) {
            only = new RightsSystem();
        }
        return only;
    }

    private static boolean mother(Population people, int n) {
        return people.facts("identity-register", n).get("identity") instanceof Facts.Identity identity
                && identity.sex().equals("FEMALE")
                && identity.citizenship().equals("AZE")
                && !people.facts("civil-status", n).containsKey("death")
                && !people.facts("pensions", n).containsKey("death")
                && people.facts("employment", n).get("employment") instanceof List<?> jobs
                && jobs.stream().map(Facts.Employment.class::cast).anyMatch(job -> job.endedOn() == null)
                && people.facts("civil-status", n).get("family") instanceof Facts.Family family
                && family.children().stream().anyMatch(child -> child.diedOn() == null);
    }

    private static String child(Population people, int n) {
        return ((Facts.Family) people.facts("civil-status", n).get("family"))
                .children().stream()
                        .filter(child -> child.diedOn() == null)
                        .findFirst()
                        .orElseThrow()
                        .fin();
    }

    /** One of a living couple with children, and who is kin; another one each time. */
    record Head(String fin, Set<String> kin) {}

    synchronized Head head() {
        return heads.next();
    }

    /** A widow of pension age, and her husband, whose long record and death all registers tell alike. */
    record Widow(String fin, String husband) {}

    Widow widow() {
        Population people = vahid.population();
        return IntStream.range(0, people.size())
                .mapToObj(n -> widow(people, n))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static Widow widow(Population people, int n) {
        boolean alike = people.facts("civil-status", n).get("death") instanceof Facts.Death death
                && people.facts("pensions", n).get("death") instanceof Facts.DeathDate date
                && date.date().equals(death.date())
                && people.facts("pensions", n).get("insuredRecord") instanceof Facts.InsuredRecord record
                && record.totalMonths() >= 260;
        if (!alike
                || !(people.facts("civil-status", n).get("family") instanceof Facts.Family family)
                || family.spouse() == null) {
            return null;
        }
        int spouse = people.number(family.spouse().fin()).orElseThrow();
        return people.facts("identity-register", spouse).get("identity") instanceof Facts.Identity identity
                        && identity.citizenship().equals("AZE")
                        && identity.birthDate().plusYears(65).isBefore(PENSION_AGE_ON)
                        && !people.facts("civil-status", spouse).containsKey("death")
                        && !people.facts("pensions", spouse).containsKey("death")
                ? new Widow(family.spouse().fin(), people.fin(n))
                : null;
    }

    private static Head head(Population people, int n) {
        return people.facts("civil-status", n).get("family") instanceof Facts.Family family
                        && family.spouse() != null
                        && !people.facts("civil-status", n).containsKey("death")
                        && family.children().stream().anyMatch(child -> child.diedOn() == null)
                ? new Head(
                        people.fin(n),
                        Stream.of(
                                        Stream.of(family.spouse().fin()),
                                        family.children().stream()
                                                .filter(child -> child.diedOn() == null)
                                                .map(Facts.Family.Child::fin),
                                        family.parents().stream().map(Facts.Family.Parent::fin))
                                .flatMap(kin -> kin)
                                .collect(Collectors.toSet()))
                : null;
    }

    /** Another one each time. */
    synchronized Mother mother() {
        return mothers.next();
    }

    JdbcTemplate database() {
        return vahid.bean(JdbcTemplate.class);
    }

    public String person(String fin) {
        return vahid.bean(PersonHash.class).of(fin);
    }

    static String name() {
        return "test/" + UUID.randomUUID();
    }

    /** @return its id here */
    UUID born(Mother mother) {
        return born(name(), mother, Instant.now());
    }

    UUID born(String name, Mother mother, Instant at) {
        return published(publish(name, "az.dost.birth.v1", at, data(mother)));
    }

    /** The registry takes back what it told. @param name of that event */
    void withdrawn(String name, String fin) {
        published(publish(
                name(),
                "az.dost.event-withdrawn.v1",
                Instant.now(),
                JSON.createObjectNode().put("fin", fin).put("withdrawn", name)));
    }

    UUID died(String fin) {
        return died(name(), fin);
    }

    UUID died(String name, String fin) {
        return published(publish(
                name,
                "az.dost.death.v1",
                Instant.now(),
                JSON.createObjectNode()
                        .put("fin", fin)
                        .put("dateOfDeath", "2026-11-30")
                        .put("recordNumber", "2")));
    }

    private static UUID published(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 202) {
            throw new AssertionError("The event is refused with " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return UUID.fromString(json(answer).path("eventId").asText());
    }

    HttpResponse<byte[]> publish(String name, String type, Instant at, ObjectNode data) {
        return send(
                "POST",
                "/v1/events",
                event(name, type, at, data).toString(),
                Map.of("Authorization", "Bearer demo-civil-registry", "Content-Type", "application/cloudevents+json"));
    }

    static ObjectNode birth(String name, Mother mother) {
        return event(name, "az.dost.birth.v1", Instant.now(), data(mother));
    }

    static ObjectNode withdrawal(String name, Mother mother) {
        return event(
                name(),
                "az.dost.event-withdrawn.v1",
                Instant.now(),
                JSON.createObjectNode().put("fin", mother.child()).put("withdrawn", name));
    }

    static ObjectNode data(Mother mother) {
        return JSON.createObjectNode()
                .put("fin", mother.child())
                .put("dateOfBirth", "2026-11-30")
                .put("motherFin", mother.fin())
                .put("recordNumber", "1");
    }

    static ObjectNode event(String name, String type, Instant at, ObjectNode data) {
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", name)
                .put("source", "urn:dost:publisher:civil-registry")
                .put("type", type)
                .put("time", at.truncatedTo(ChronoUnit.SECONDS).toString());
        event.set("data", data);
        return event;
    }

    public HttpResponse<byte[]> send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(vahid.address() + path))
                .timeout(LONGEST)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A citizen asks at the portal. */
    public HttpResponse<byte[]> citizen(String fin, String method, String path, String body) {
        return send(
                method,
                path,
                body,
                Map.of("Authorization", "Bearer " + new Portal(fin).token(), "Content-Type", "application/json"));
    }

    /** Where the birth allowance of an event stands, in the words of {@link Intent.State}; null where there is none. */
    String intent(UUID event) {
        return database()
                .queryForList(
                        "select state from right_intent where event = ? and right_code in (?, '')",
                        String.class,
                        event,
                        BIRTH)
                .stream()
                .findFirst()
                .orElse(null);
    }

    void await(UUID event, Intent.State state) {
        Awaitility.await(state.name()).atMost(LONGEST).until(() -> state.name().equals(intent(event)));
    }

    /** The birth allowances of a mother, the newest first. */
    List<Offer> offers(Mother mother) {
        return vahid.bean(Offers.class).of(person(mother.fin())).stream()
                .filter(offer -> offer.right().equals(BIRTH))
                .toList();
    }

    /** One whose birth allowance is offered. */
    public Mother offered() {
        Mother mother = mother();
        await(born(mother), Intent.State.OFFERED);
        return mother;
    }

    /** The newest of its offers. */
    public String offer(Mother mother) {
        return offers(mother).get(0).id().toString();
    }

    /** Id of the dossier on which an offer stands. */
    public String dossier(String offer) {
        return database()
                .queryForObject("select entry ->> 'dossier' from audit where entry ->> 'id' = ?", String.class, offer);
    }

    /** Its time is over. @return the dossier */
    public String expired(String dossier) {
        database().update("update dossier set content = null, xml = null where id = ?", UUID.fromString(dossier));
        return dossier;
    }

    /** An offer of any right, as if it had been found. @return its id */
    public String planted(String fin, String right) {
        Offers offers = vahid.bean(Offers.class);
        UUID id = RecordId.next();
        byte[] text = JSON.createObjectNode()
                .put("offerId", id.toString())
                .put("right", right)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        Offer offer = new Offer(
                id,
                RecordId.next(),
                right,
                person(fin),
                person(fin),
                "pensions",
                Instant.now().plusSeconds(86_400).truncatedTo(ChronoUnit.SECONDS),
                offers.seal(
                        id,
                        vahid.bean(DossierSigner.class)
                                .sign(text, "vahid-offer+json")
                                .compact()),
                Offer.State.OFFERED,
                null,
                id);
        if (!vahid.bean(ActRecord.class)
                .keep(id, "right-offered", JSON.createObjectNode().put("right", right), offers.adding(offer))) {
            throw new AssertionError("It is offered already");
        }
        return id.toString();
    }

    /** The name of where an offer stands. */
    public String state(String offer) {
        return vahid.bean(Offers.class)
                .find(UUID.fromString(offer))
                .orElseThrow()
                .state()
                .name();
    }

    /** Whoever awards asks. */
    public HttpResponse<byte[]> fund(String method, String path, String body) {
        return send(
                method,
                path,
                body,
                Map.of("Authorization", "Bearer demo-pension-fund", "Content-Type", "application/json"));
    }

    /** Whoever awards has the old-age pension of these people looked at. */
    public HttpResponse<byte[]> look(String key, String... people) {
        ObjectNode body =
                JSON.createObjectNode().put("right", "old-age-pension").put("because", "LAW");
        List.of(people).forEach(body.putArray("people")::add);
        return look(key, body);
    }

    HttpResponse<byte[]> look(String key, ObjectNode body) {
        return send(
                "POST",
                "/v1/rights/looks",
                body.toString(),
                Map.of(
                        "Authorization",
                        "Bearer demo-pension-fund",
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        key));
    }

    /** What the audit chain tells of an offer, the oldest first. */
    List<String> acts(UUID offer) {
        return database()
                .queryForList(
                        "select entry ->> 'act' from audit where entry ->> 'id' = ? or entry ->> 'offer' = ? order by sequence",
                        String.class,
                        offer.toString(),
                        offer.toString());
    }
}
