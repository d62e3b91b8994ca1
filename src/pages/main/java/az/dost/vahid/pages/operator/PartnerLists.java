package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.gateway.Answer;
import az.dost.vahid.pages.gateway.Gateway;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the gateway's lists of applications and of partners, which it gives in parts. */
final class PartnerLists {
    static final String PARTNERS = "/v1/operations/partners";
    static final String APPLICATIONS = PARTNERS + "/applications";
    private static final Pattern PLACE = Pattern.compile("[0-9a-f-]{36}");
    /** Of 50 rows each: whoever has more asks by the command. */
    private static final int MOST_PARTS = 40;

    private final Gateway operations;

    PartnerLists(Gateway operations) {
        this.operations = operations;
    }

    /** @param place where the part begins, as the one before said; anything else for the first one */
    Answer part(String list, String place) {
        return PLACE.matcher(place).matches() ? operations.get(list + "?page={page}", place) : operations.get(list);
    }

    Optional<JsonNode> application(String id) {
        return those(APPLICATIONS, "applications", one(id, "applicationId"), 1).stream()
                .findFirst();
    }

    Optional<JsonNode> partner(String id) {
        return partners(one(id, "id"), 1).stream().findFirst();
    }

    List<JsonNode> partners(Predicate<JsonNode> which, long most) {
        return those(PARTNERS, "partners", which, most);
    }

    private static Predicate<JsonNode> one(String id, String name) {
        return row -> row.path(name).asText().equals(id);
    }

    private List<JsonNode> those(String list, String rows, Predicate<JsonNode> which, long most) {
        List<JsonNode> those = new ArrayList<>();
        String place = "";
        int parts = 0;
        do {
            Answer part = part(list, place);
            for (JsonNode row : part.body().path(rows)) {
                if (which.test(row)) {
                    those.add(row);
                }
            }
            place = part.next();
        } while (!place.isEmpty() && those.size() < most && ++parts < MOST_PARTS);
        return those;
    }
}
