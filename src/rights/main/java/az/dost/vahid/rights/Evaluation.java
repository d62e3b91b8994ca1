package az.dost.vahid.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether somebody has a right on a day, and why: one row for each condition of its law.
 *
 * @param from first day of the version of the law
 * @param day for which it was evaluated (Azerbaijan)
 * @param amount AZN with two decimals; null where it is not known, or there is no right
 */
record Evaluation(Right right, LocalDate from, LocalDate day, Outcome outcome, List<Row> rows, BigDecimal amount) {
    /** What became of a right. */
    enum Outcome {
        /** Every condition holds. */
        ENTITLED,
        /** One does not hold, whatever is not known. */
        NOT_ENTITLED,
        /** None is known not to hold, and some are not known to hold. */
        UNDECIDED
    }

    /** What became of a condition. */
    enum ConditionOutcome {
        HOLDS,
        DOES_NOT_HOLD,
        NOT_KNOWN
    }

    /** A condition, what came of it, and what it read. */
    record Row(Condition condition, ConditionOutcome outcome, List<FactRead> facts) {}

    /**
     * Over one dossier, of the person whose right it is.
     *
     * @param event data of the event that brought it about; missing where none did
     * @return empty where no version of the law holds on that day
     */
    static Optional<Evaluation> of(Right right, DossierFacts facts, JsonNode event, LocalDate day) {
        return of(right, new Known(facts, null, event), day);
    }

    /** @return empty where no version of the law holds on that day */
    static Optional<Evaluation> of(Right right, Known known, LocalDate day) {
        return right.on(day).map(version -> of(right, version, known, day));
    }

    private static Evaluation of(Right right, RightVersion version, Known known, LocalDate day) {
        Map<String, Object> names = known.names(day);
        List<Row> rows = new ArrayList<>();
        for (Condition condition : version.conditions()) {
            rows.add(new Row(
                    condition,
                    outcome(condition.is().value(names)),
                    condition.is().reads().stream().sorted().map(known::read).toList()));
        }
        Outcome outcome = whole(rows);
        Object amount = outcome == Outcome.ENTITLED && version.amount() != null
                ? version.amount().is().value(names)
                : null;
        return new Evaluation(right, version.from(), day, outcome, List.copyOf(rows), Amount.money(amount));
    }

    private static ConditionOutcome outcome(Object value) {
        return Boolean.TRUE.equals(value)
                ? ConditionOutcome.HOLDS
                : Boolean.FALSE.equals(value) ? ConditionOutcome.DOES_NOT_HOLD : ConditionOutcome.NOT_KNOWN;
    }

    private static Outcome whole(List<Row> rows) {
        if (rows.stream().anyMatch(row -> row.outcome == ConditionOutcome.DOES_NOT_HOLD)) {
            return Outcome.NOT_ENTITLED;
        }
        return rows.stream().allMatch(row -> row.outcome == ConditionOutcome.HOLDS)
                ? Outcome.ENTITLED
                : Outcome.UNDECIDED;
    }

    /** For machines; it has no personal number. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("right", right.code());
        json.set("title", words(right.title()));
        json.put("day", day.toString())
                .put("lawFrom", from.toString())
                .put("outcome", outcome.name())
                .put("proactive", right.proactive())
                .put("awardedBy", right.awardedBy());
        right.excludedBy().stream().sorted().forEach(json.withArray("excludedBy")::add);
        RightVersion version = right.on(day).orElseThrow();
        if (amount != null) {
            json.putObject("amount")
                    .put("azn", amount.toPlainString())
                    .set("of", words(version.amount().of()));
        }
        rows.forEach(row -> json.withArray("conditions").add(json(row)));
        version.wanted().stream().filter(this::missed).forEach(one -> {
            ObjectNode wanted = json.withArray("wanted").addObject().put("id", one.id());
            wanted.set("title", words(one.title()));
            wanted.set("register", words(one.register()));
        });
        return json;
    }

    /** For people, without what facts say. */
    String text() {
        StringBuilder text = new StringBuilder(right.code() + ": " + outcome);
        if (amount != null) {
            text.append(", ").append(amount.toPlainString()).append(" AZN");
        }
        for (Row row : rows) {
            text.append(
                    "%n  %-14s %s".formatted(row.outcome, row.condition.title().en()));
            if (row.outcome != ConditionOutcome.HOLDS) {
                row.facts.stream()
                        .filter(read -> read.unknown() != null)
                        .forEach(read -> text.append("%n%17s%s: %s%s"
                                .formatted(
                                        "",
                                        read.place(),
                                        read.unknown(),
                                        read.source() == null ? "" : " (" + read.source() + ")")));
            }
        }
        return text.toString();
    }

    /** Whether a condition is open that reads it. */
    private boolean missed(Wanted wanted) {
        return rows.stream()
                .filter(row -> row.outcome == ConditionOutcome.NOT_KNOWN)
                .anyMatch(row -> row.condition.is().reads().contains(RightVersion.WANTED + "." + wanted.id()));
    }

    private static ObjectNode json(Row row) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", row.condition.id());
        json.set("title", words(row.condition.title()));
        if (row.condition.article() != null) {
            json.put("article", row.condition.article());
        }
        json.put("status", row.condition.status().name());
        if (row.condition.source() != null) {
            json.put("source", row.condition.source()).put("dated", row.condition.dated());
        }
        json.put("outcome", row.outcome.name());
        for (FactRead read : row.facts) {
            ObjectNode fact = json.withArray("facts").addObject().put("fact", read.place());
            if (read.value() != null) {
                fact.set("value", read.value());
            }
            if (read.source() != null) {
                fact.put("source", read.source());
            }
            if (read.asOf() != null) {
                fact.put("asOf", read.asOf());
            }
            if (read.evidence() != null) {
                fact.put("evidence", read.evidence());
            }
            if (read.unknown() != null) {
                fact.put("unknown", read.unknown().name());
            }
        }
        return json;
    }

    private static ObjectNode words(Words words) {
        return JsonNodeFactory.instance.objectNode().put("az", words.az()).put("en", words.en());
    }
}
