package az.dost.vahid.sources.rollout;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.rollout.Rollout;
import az.dost.vahid.connector.rollout.Use;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;

/** What an operator proposes. */
record RolloutWanted(String agency, Rollout rollout) {
    private static final Set<String> FIELDS = Set.of("agency", "use", "share", "perSecond", "because");
    private static final int LONGEST = 500;
    private static final double LEAST_PER_SECOND = 0.01;
    private static final double MOST_PER_SECOND = 100_000;

    /**
     * @throws ProblemException REQUEST_MALFORMED, FIELD_UNKNOWN, FIELD_MISSING, FIELD_INVALID; NOT_FOUND without such
     *     an agency
     */
    static RolloutWanted read(byte[] body, Catalogue catalogue) {
        ObjectNode wanted = StrictJson.object(body, FIELDS);
        String agency = text(wanted, "agency");
        Use use = use(text(wanted, "use"));
        Double share = number(wanted, "share");
        Double perSecond = number(wanted, "perSecond");
        String because = text(wanted, "because");
        if ((use == Use.SHARE) != (share != null)) {
            throw new ProblemException(
                    share == null ? ProblemCode.FIELD_MISSING : ProblemCode.FIELD_INVALID,
                    "share",
                    "It belongs to use: share, and to that alone.");
        }
        check(share == null || share > 0 && share < 1, "share", "It must be between 0 and 1.");
        check(
                perSecond == null || perSecond >= LEAST_PER_SECOND && perSecond <= MOST_PER_SECOND,
                "perSecond",
                "It must be from 0.01 to 100000.");
        check(because.length() <= LONGEST && because.matches("\\P{Cntrl}+"), "because", null);
        if (!catalogue.has(agency)) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "agency", "There is no connector of this id.");
        }
        return new RolloutWanted(agency, new Rollout(use, share, perSecond, because));
    }

    private static void check(boolean holds, String field, String detail) {
        if (!holds) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, field, detail);
        }
    }

    private static String text(ObjectNode wanted, String field) {
        JsonNode value = wanted.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, field, null);
        }
        check(value.isTextual() && !value.textValue().isEmpty(), field, null);
        return value.textValue();
    }

    private static Double number(ObjectNode wanted, String field) {
        JsonNode value = wanted.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        check(value.isNumber(), field, null);
        return value.doubleValue();
    }

    private static Use use(String text) {
        for (Use use : Use.values()) {
            if (use.name().toLowerCase(Locale.ROOT).equals(text)) {
                return use;
            }
        }
        throw new ProblemException(ProblemCode.FIELD_INVALID, "use", "It must be all, share, shadow or none.");
    }
}
