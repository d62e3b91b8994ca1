package az.dost.vahid.fact;

import az.dost.vahid.answer.Unmappable;
import az.dost.vahid.normalise.UnmappableNode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The way of one check through the facts: where it is, what it has found, and what day it is. */
final class CheckRun {
    /** Of a field that no definition has: nobody misses it. */
    static final String UNKNOWN_FIELD = "UNKNOWN_FIELD";
    /**
     * A fact that is wrong throughout must not fill a dossier: after so many, one more says that there are others. Each
     * fact has its own: whoever reads the list must find every fact that lost something.
     */
    private static final int MOST = 100;

    private static final String MORE = "AND_MORE";
    private final LocalDate today;
    private final String subject;
    private final Object[] steps = new Object[ShapeReader.DEEPEST];
    private int depth;
    /** Where the fact at hand begins in the list. */
    private int first;

    private String day;
    private List<Unmappable> told = List.of();

    /**
     * @param today in Azerbaijan
     * @param subject FIN of the person whom the facts are about; null when nobody knows
     */
    CheckRun(LocalDate today, String subject) {
        this.today = today;
        this.subject = subject;
    }

    /**
     * What is believed of the part at a step. Where that is nothing, all that was told within has cost the part.
     *
     * @param step name of a field, or index in a list
     */
    JsonNode believed(Object step, Shape shape, JsonNode value) {
        int before = told.size();
        if (depth == 0) {
            first = before;
        }
        enter(step);
        JsonNode kept = shape.believed(value, this);
        if (kept == null) {
            lost(before);
        }
        leave();
        return kept;
    }

    private void lost(int since) {
        for (int i = since; i < told.size(); i++) {
            Unmappable part = told.get(i);
            // That there are more is told of the fact as a whole.
            if (part.cost() != null && !part.rule().equals(MORE)) {
                told.set(i, part.costing(path()));
            }
        }
    }

    /** Of a part at a step, and it costs that part. */
    void tellLoss(Object step, String field, String rule) {
        int before = told.size();
        enter(step);
        tellOf(field, rule);
        lost(before);
        leave();
    }

    /** Of a field or an item of the part at which it is. */
    void tellOf(Object step, String rule) {
        enter(step);
        tell(rule);
        leave();
    }

    /** Of a part of a fact, when the way through the facts is over: it costs that part. */
    void tellPart(String fact, String path, String rule) {
        told = told.isEmpty() ? new ArrayList<>() : told;
        told.add(new Unmappable(fact, path, rule));
    }

    private void enter(Object step) {
        steps[depth++] = step;
    }

    private void leave() {
        depth--;
    }

    /** Of a value that is of another kind than it should be. */
    void tellKind(JsonNode value) {
        tell(value instanceof UnmappableNode node ? node.rule() : "TYPE");
    }

    void tell(String rule) {
        if (told.isEmpty()) {
            told = new ArrayList<>();
        }
        int ofFact = told.size() - first;
        if (ofFact < MOST) {
            String path = path();
            told.add(new Unmappable((String) steps[0], path, rule, rule.equals(UNKNOWN_FIELD) ? null : path));
        } else if (ofFact == MOST) {
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

    LocalDate today() {
        return today;
    }

    boolean isSubject(String fin) {
        return fin.equals(subject);
    }

    /** ISO 8601. */
    String day() {
        if (day == null) {
            day = today.toString();
        }
        return day;
    }
}
