package az.dost.vahid.journeys.misuse;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** The rules in force. */
record RuleBook(WorkingHours hours, List<Rule> rules) {
    List<Rule> of(Behaviour behaviour) {
        return rules.stream().filter(rule -> rule.behaviour() == behaviour).toList();
    }

    List<Rule> counting() {
        return rules.stream().filter(rule -> rule.behaviour().counts()).toList();
    }

    /** How far back something seen can still count by number; what differs is counted in the database. */
    Duration longest() {
        return counting().stream()
                .filter(rule -> !rule.behaviour().different())
                .map(Rule::window)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** How long what was seen must be kept. */
    Duration kept() {
        return rules.stream()
                .map(Rule::window)
                .filter(window -> window != null)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
