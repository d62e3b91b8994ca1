package az.dost.vahid.sources.rollout;

import az.dost.vahid.answer.Question;
import java.util.List;

/**
 * What is asked beside a lookup, once its own answers are there.
 *
 * @param routes endpoints of the agencies
 * @param facts that the lookup is for: no other is looked at
 */
public record Shadow(Question question, List<String> routes, List<String> facts) {
    /** Exchange property that has it; there is none when nobody is in the shadow. */
    public static final String PROPERTY = "vahid.shadow";

    @Override
    public String toString() {
        return "Shadow of " + routes.size();
    }
}
