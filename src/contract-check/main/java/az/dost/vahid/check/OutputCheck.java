package az.dost.vahid.check;

import az.dost.vahid.answer.Fin;
import az.dost.vahid.check.fact.FactSchemas;
import az.dost.vahid.connector.Connector;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Iterator;

/**
 * What a mapping gives out must be what the gateway can take: whom it is about, of when it is, declared facts that fit.
 */
final class OutputCheck {
    private static final JsonPointer FACTS = JsonPointer.valueOf("/facts");
    private final FactSchemas facts;

    OutputCheck(FactSchemas facts) {
        this.facts = facts;
    }

    void check(Connector connector, JsonNode output, String file, JsonPlaces places, Remarks remarks) {
        boolean nobody = output.path("nobody").asBoolean();
        if (nobody
                && (output.has("subject")
                        || !output.path("facts").isEmpty()
                        || connector.proof().answerTo() == null)) {
            report(
                    "nobody",
                    "nobody is for a reply without subject and facts, of a connector with proof.answerTo",
                    file,
                    places,
                    remarks);
        }
        boolean silent = connector.proof().subject() == Connector.Subject.REQUEST
                && connector.proof().answerTo() != null
                && !output.hasNonNull("subject");
        if (!nobody
                && !silent
                && !Fin.FORM.matcher(output.path("subject").asText()).matches()) {
            report(
                    "subject",
                    "the mapping gives no FIN as subject: each answer would be REJECTED"
                            + (output.hasNonNull("subject")
                                            || !output.path("facts").isEmpty()
                                            || connector.proof().answerTo() == null
                                    ? ""
                                    : "; of a reply that names nobody because there is no record it gives {\"nobody\": true}"),
                    file,
                    places,
                    remarks);
        }
        if (connector.proof().answerTo() == Connector.AnswerTo.REQUEST_ID
                && output.path("requestId").asText().isEmpty()) {
            report(
                    "requestId",
                    "the connector binds answers by request-id, but the mapping gives no requestId",
                    file,
                    places,
                    remarks);
        }
        if (connector.protocol() != Connector.Protocol.FILE && connector.proof().dated()) {
            time(output.path("asOf").asText(), file, places, remarks);
        }
        for (Iterator<String> names = output.path("facts").fieldNames(); names.hasNext(); ) {
            String fact = names.next();
            if (!connector.facts().contains(fact) && !connector.confirms().contains(fact)) {
                TextPlace place = places.of(FACTS.appendProperty(fact));
                remarks.error(
                        file,
                        place.line(),
                        place.column(),
                        "the descriptor declares no fact " + fact + ": it would be dropped");
            }
        }
        if (output.path("facts").isObject()) {
            for (FactSchemas.Misfit misfit : facts.misfits(output.path("facts"))) {
                TextPlace place = places.of(FACTS.append(misfit.at()));
                remarks.error(file, place.line(), place.column(), FACTS.append(misfit.at()) + ": " + misfit.message());
            }
        }
    }

    private static void time(String asOf, String file, JsonPlaces places, Remarks remarks) {
        if (asOf.isEmpty()) {
            // A contract may have no such field: a person must get one from the agency.
            remarks.warn(
                    file,
                    1,
                    "the mapping gives no asOf: each answer will be REJECTED as TOO_OLD, unless proof.dated is false");
            return;
        }
        try {
            Instant.parse(asOf);
        } catch (DateTimeParseException e) {
            report("asOf", "asOf is no RFC 3339 instant in UTC", file, places, remarks);
        }
    }

    private static void report(String member, String message, String file, JsonPlaces places, Remarks remarks) {
        TextPlace place = places.of(JsonPointer.empty().appendProperty(member));
        remarks.error(file, place.line(), place.column(), message);
    }
}
