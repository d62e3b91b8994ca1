package az.dost.vahid.kit.consumer;

import java.util.ArrayList;
import java.util.List;

/**
 * Where something stands in an example.
 *
 * @param path names of members and numbers of elements, from the example's own root
 * @param from how many of them lead to what was sent or read
 */
record Place(List<Object> path, int from) {
    /** What was sent or read as a whole. */
    static Place of(Object... path) {
        return new Place(List.of(path), path.length);
    }

    Place to(Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return new Place(List.copyOf(longer), from);
    }

    /** Such as {@code documents[0].verdict}. */
    String member() {
        StringBuilder member = new StringBuilder();
        for (Object step : path.subList(from, path.size())) {
            if (step instanceof Integer) {
                member.append('[').append(step).append(']');
            } else {
                member.append(member.isEmpty() ? "" : ".").append(step);
            }
        }
        return member.toString();
    }

    /** Such as {@code documents.verdict}: of every element. */
    String everywhere() {
        return member().replaceAll("\\[\\d+]", "");
    }
}
