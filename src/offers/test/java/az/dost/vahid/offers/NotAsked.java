package az.dost.vahid.offers;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.json.Json;
import az.dost.vahid.rights.RightCase;
import az.dost.vahid.rights.Rights;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;

/** Why a case of the table cannot be had from the twenty agencies, or from the events of the bus. */
enum NotAsked {
    /** Only what comes by file grows old. */
    NOTHING_GROWS_OLD("Each register that has the fact answers at once. Only what comes by file grows old."),
    ONE_REGISTER("One register alone has the field, so no other contradicts it."),
    NO_SUCH_EVENT("The bus has no event that does not name its person."),
    ABOUT_FIRST("The bus looks at kin after it has asked about the event's person, and never before."),
    KIN_NOT_TOLD("The register that is silent is the one that names the kin, so nobody is known to be looked at."),
    NO_KIN("No act of the deceased names the person, so the bus does not look at that person."),
    NOBODY_NAMED("No event names whose right it is, and by its law no register does: the bus looks at nobody.");

    private static final String CIVIL_STATUS = "civil-status";
    private final String because;

    NotAsked(String because) {
        this.because = because;
    }

    /** As {@code rights/not-asked.yaml} has it: reasons by the names of cases. */
    static Map<String, String> written() {
        try (var in = new ClassPathResource("rights/not-asked.yaml").getInputStream()) {
            Map<String, String> written = new TreeMap<>();
            for (JsonNode reason : Json.yaml().readTree(in)) {
                reason.path("cases")
                        .forEach(one ->
                                written.put(one.asText(), reason.path("because").asText()));
            }
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By what the connectors declare and the case has written; empty for one that can be asked. */
    static Optional<String> of(RightCase one, Rights rights, List<Connector> connectors) {
        return reason(one, rights, connectors).map(reason -> reason.because);
    }

    private static Optional<NotAsked> reason(RightCase one, Rights rights, List<Connector> connectors) {
        JsonNode written = one.written();
        JsonNode event = new PlantedCase(one, 0).event();
        if (rights.persons(one.code(), event).isEmpty()) {
            return Optional.of(NOBODY_NAMED);
        }
        if (written.path("stale").isArray()
                && RightCase.texts(written.path("stale"))
                        .map(fact -> fact.replaceFirst("^about[.]", ""))
                        .noneMatch(fact -> connectors.stream()
                                .anyMatch(agency -> agency.protocol() == Connector.Protocol.FILE
                                        && agency.facts().contains(fact)))) {
            return Optional.of(NOTHING_GROWS_OLD);
        }
        if (written.path("conflict").isArray() && !contradicted(written.path("conflict"), connectors)) {
            return Optional.of(ONE_REGISTER);
        }
        if (one.event().isObject() && one.event().isEmpty()) {
            return Optional.of(NO_SUCH_EVENT);
        }
        if (written.path("aboutNobody").booleanValue()) {
            return Optional.of(ABOUT_FIRST);
        }
        if (RightCase.texts(written.path("silent")).anyMatch(("about." + CIVIL_STATUS)::equals)) {
            return Optional.of(KIN_NOT_TOLD);
        }
        if (!one.about().isEmpty() && !named(one)) {
            return Optional.of(NO_KIN);
        }
        return Optional.empty();
    }

    /** Whether another register confirms the very field. */
    private static boolean contradicted(JsonNode conflict, List<Connector> connectors) {
        String fact = conflict.path(0).asText();
        String field = conflict.path(1).asText();
        boolean confirmed =
                fact.equals("death") && field.equals("date") || fact.equals("martyrStatus") && field.equals("relation");
        return confirmed
                && connectors.stream().anyMatch(agency -> agency.confirms().contains(fact));
    }

    /** By the deceased's marriage, or by an act of birth that both have. */
    private static boolean named(RightCase one) {
        String deceased = one.event().path("fin").asText();
        return one.about().at("/family/spouse/fin").asText().equals(PlantedCase.SUBJECT)
                || one.facts()
                        .at("/family/children")
                        .valueStream()
                        .anyMatch(child -> child.path("fin").asText().equals(deceased));
    }
}
