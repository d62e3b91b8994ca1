package az.dost.vahid.journeys.operations;

import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Which lookups an operator wants to see: one, or those of a case.
 *
 * @param id of a dossier, or of the entry that a problem's instance names; null for a case
 * @param instance whether it is a problem's
 * @param requester of the case, and so below
 * @param days that are looked through, UTC, the present one among them
 */
record TrailQuestion(UUID id, boolean instance, String requester, String caseRef, int days) {
    static final int MOST_DAYS = 31;
    private static final int FEW_DAYS = 2;
    private static final String DOSSIER = "dossierId";
    private static final String INSTANCE = "instance";
    private static final String REQUESTER = "requester";
    private static final String CASE = "caseRef";
    private static final String DAYS = "days";
    private static final Set<String> FIELDS = Set.of(DOSSIER, INSTANCE, REQUESTER, CASE, DAYS);
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern URN = Pattern.compile("urn:uuid:" + UUID_FORM);
    private static final Pattern REQUESTER_FORM = Pattern.compile("[a-z][a-z0-9-]{1,40}");
    private static final Pattern CASE_FORM = Pattern.compile("[A-Za-z0-9/_.-]{1,64}");

    /** @throws ProblemException REQUEST_MALFORMED, FIELD_UNKNOWN, FIELD_MISSING, FIELD_INVALID */
    static TrailQuestion read(byte[] body) {
        ObjectNode question = StrictJson.object(body, FIELDS);
        boolean ofCase = question.has(REQUESTER) || question.has(CASE) || question.has(DAYS);
        if (question.has(DOSSIER) && (question.has(INSTANCE) || ofCase) || question.has(INSTANCE) && ofCase) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID,
                    question.has(DOSSIER) ? DOSSIER : INSTANCE,
                    "Ask by dossierId, by instance, or by requester and caseRef.");
        }
        if (ofCase) {
            return new TrailQuestion(
                    null,
                    false,
                    text(question, REQUESTER, REQUESTER_FORM),
                    text(question, CASE, CASE_FORM),
                    days(question.path(DAYS)));
        }
        boolean instance = question.has(INSTANCE);
        String id = instance
                ? text(question, INSTANCE, URN).substring("urn:uuid:".length())
                : text(question, DOSSIER, UUID_FORM);
        return new TrailQuestion(UUID.fromString(id), instance, null, null, 0);
    }

    private static String text(ObjectNode question, String field, Pattern form) {
        JsonNode value = question.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, field, null);
        }
        if (!value.isTextual() || !form.matcher(value.textValue()).matches()) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, field, null);
        }
        return value.textValue();
    }

    private static int days(JsonNode value) {
        if (value.isMissingNode()) {
            return FEW_DAYS;
        }
        if (!value.isInt() || value.intValue() < 1 || value.intValue() > MOST_DAYS) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, DAYS, "It must be a number from 1 to " + MOST_DAYS + ".");
        }
        return value.intValue();
    }

    /** What the audit chain tells of it. */
    ObjectNode said(ObjectNode act) {
        if (id != null) {
            return act.put(instance ? INSTANCE : "dossier", id.toString());
        }
        return act.put("of", requester).put(CASE, caseRef).put(DAYS, days);
    }
}
