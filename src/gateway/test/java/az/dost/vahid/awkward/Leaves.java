package az.dost.vahid.awkward;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the leaves of a contract while it is walked. */
final class Leaves {
    private final Map<String, List<Form>> found = new LinkedHashMap<>();

    void add(String path, Form form) {
        found.computeIfAbsent(path, any -> new ArrayList<>()).add(form);
    }

    Map<String, List<Form>> found() {
        return found;
    }

    static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
