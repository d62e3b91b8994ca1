package az.dost.vahid.sources.combine;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Unmappable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A day in a record that cannot be before the person's birth. Two registers speak of it, so no check of one answer
 * finds it.
 *
 * @param part of the fact, a record or a list of records; null where the fact itself is that
 * @param field with the day; a record without it breaks nothing
 * @param years how old the person is at least on that day
 * @param rule stable id of why the record is not believed
 */
record Chronology(String fact, String part, String field, int years, String rule) {
    /** The answer without the records of before the birth, each told as one that is not believed. */
    SourceAnswer believed(SourceAnswer answer, LocalDate birth) {
        String first = birth.plusYears(years).toString();
        String place = "/" + fact + (part == null ? "" : "/" + part);
        JsonNode records = answer.facts().at(place);
        if (records instanceof ObjectNode record) {
            return isBefore(record, first)
                    ? without(answer, null, List.of(new Unmappable(fact, place + "/" + field, rule, place)))
                    : answer;
        }
        List<Unmappable> told = new ArrayList<>();
        ArrayNode left = answer.facts().arrayNode();
        List<String> places = null;
        for (int i = 0; i < records.size(); i++) {
            if (isBefore(records.get(i), first)) {
                places = places != null ? places : Unmappable.places(place, answer.unmappable(), records.size());
                told.add(new Unmappable(fact, places.get(i) + "/" + field, rule, places.get(i)));
            } else {
                left.add(records.get(i));
            }
        }
        return told.isEmpty() ? answer : without(answer, left.isEmpty() ? null : left, told);
    }

    private boolean isBefore(JsonNode record, String first) {
        JsonNode day = record.get(field);
        return day != null && day.asText().compareTo(first) < 0;
    }

    /** @param left of the list; null when nothing is */
    private SourceAnswer without(SourceAnswer answer, ArrayNode left, List<Unmappable> told) {
        ObjectNode facts = answer.facts().objectNode().setAll(answer.facts());
        ObjectNode holder = facts;
        if (part != null) {
            holder = facts.objectNode().setAll((ObjectNode) facts.get(fact));
            facts.set(fact, holder);
        }
        if (left == null) {
            holder.remove(part == null ? fact : part);
        } else {
            holder.set(part == null ? fact : part, left);
        }
        if (holder.isEmpty() && part != null) {
            facts.remove(fact);
            return answer.believed(
                    facts, told.stream().map(one -> one.costing("/" + fact)).toList());
        }
        return answer.believed(facts, told);
    }
}
