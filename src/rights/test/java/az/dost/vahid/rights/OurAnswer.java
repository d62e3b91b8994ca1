package az.dost.vahid.rights;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;

/** What a right comes to here, as the second evaluator writes it: outcome, conditions in order, and amount. */
final class OurAnswer {
    static String of(Right right, Known known, LocalDate day) {
        Optional<Evaluation> evaluated = Evaluation.of(right, known, day);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        evaluated.ifPresentOrElse(
                found -> {
                    answer.put("outcome", found.outcome().name());
                    ArrayNode conditions = answer.putArray("conditions");
                    found.rows().forEach(row -> {
                        switch (row.outcome()) {
                            case HOLDS -> conditions.add(true);
                            case DOES_NOT_HOLD -> conditions.add(false);
                            default -> conditions.addNull();
                        }
                    });
                    answer.put(
                            "amount",
                            found.amount() == null ? null : found.amount().toPlainString());
                },
                () -> answer.put("outcome", "NONE"));
        return answer.toString();
    }

    private OurAnswer() {}
}
