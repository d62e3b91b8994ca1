package az.dost.vahid.fact;

import az.dost.vahid.normalise.UnmappableNode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The way of one check through the facts: where it is, what it has found, and what day it is. */
final class Trail {
    /** An answer that is wrong throughout must not fill a dossier: after so many, one more says that there are others. */
    private static final int MOST = 100;
    private static final String MORE = "AND_MORE";
    private final Clock clock;
    private final Object[] steps = new Object[ShapeReader.DEEPEST];
    private int depth;
    private LocalDate today;
    private String day;
    private List<Unmappable> told = List.of();

    Trail(Clock clock) {
        this.clock = clock;
    }

    /** @param step name of a field, or index in a list */
    void enter(Object step) {
        steps[depth++] = step;
    }

    void leave() {
        depth--;
    }

    /** Of a value that is of another kind than it should be. */
    void tellKind(JsonNode value) {
        tell(value instanceof UnmappableNode node ? node.rule() : "TYPE");
    }

    /** Of a field of the record at which it is. */
    void tell(String field, String rule) {
        enter(field);
        tell(rule);
        leave();
    }

    void tell(String rule) {
        if (told.isEmpty()) {
            told = new ArrayList<>();
        }
        if (told.size() < MOST) {
            told.add(new Unmappable((String) steps[0], path(), rule));
        } else if (told.size() == MOST) {
            told.add(new Unmappable((String) steps[0], "/" + steps[0], MORE));
        }
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            path.append('/').append(steps[i]);
        }
        return path.toString();
    }

    List<Unmappable> told() {
        return List.copyOf(told);
    }

    /** In the clock's zone. */
    LocalDate today() {
        if (today == null) {
            today = LocalDate.now(clock);
        }
        return today;
    }

    /** ISO 8601. */
    String day() {
        if (day == null) {
            day = today().toString();
        }
        return day;
    }
}
