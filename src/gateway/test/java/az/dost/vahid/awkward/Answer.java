package az.dost.vahid.awkward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Finds and changes the leaves and the items of an answer. */
final class Answer {
    /**
     * A leaf in one place of an answer.
     *
     * @param path as in {@link AgencyContract#leaves}
     */
    record Place(String path, ObjectNode holder, String name) {}

    /** The leaves that are there and hold something. */
    static List<Place> places(JsonNode answer) {
        List<Place> places = new ArrayList<>();
        collect(answer, "", places);
        return places;
    }

    private static void collect(JsonNode node, String path, List<Place> places) {
        if (node instanceof ArrayNode list) {
            list.forEach(item -> collect(item, path, places));
        } else if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                String below = Leaves.below(path, member.getKey());
                if (member.getValue().isContainerNode()) {
                    collect(member.getValue(), below, places);
                } else if (!member.getValue().isNull()
                        && !member.getValue().asText().isBlank()) {
                    places.add(new Place(below, object, member.getKey()));
                }
            });
        }
    }

    /** Records that are there once. */
    static List<Place> records(JsonNode answer) {
        List<Place> records = new ArrayList<>();
        if (answer instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(member -> member.getValue().isObject())
                    .forEach(member -> records.add(new Place(member.getKey(), object, member.getKey())));
        }
        answer.forEach(child -> records.addAll(records(child)));
        return records;
    }

    /** Lists of records that have at least one. */
    static List<ArrayNode> lists(JsonNode node) {
        List<ArrayNode> lists = new ArrayList<>();
        if (node instanceof ArrayNode list && !list.isEmpty() && list.get(0).isObject()) {
            lists.add(list);
        }
        node.forEach(child -> lists.addAll(lists(child)));
        return lists;
    }

    private Answer() {}
}
