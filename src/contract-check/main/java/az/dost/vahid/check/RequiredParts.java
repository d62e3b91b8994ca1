package az.dost.vahid.check;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Named types and those that each must contain; finds the ones that contain themselves without end. */
final class RequiredParts {
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Map<String, Set<String>> parts = new LinkedHashMap<>();

    void put(String name, int line) {
        lines.putIfAbsent(name, line);
    }

    void part(String whole, String part) {
        parts.computeIfAbsent(whole, any -> new LinkedHashSet<>()).add(part);
    }

    Map<String, Integer> endless() {
        Map<String, Integer> endless = new LinkedHashMap<>();
        lines.forEach((name, line) -> {
            if (reaches(name, name, new HashSet<>())) {
                endless.put(name, line);
            }
        });
        return endless;
    }

    private boolean reaches(String from, String target, Set<String> passed) {
        for (String part : parts.getOrDefault(from, Set.of())) {
            if (part.equals(target) || passed.add(part) && reaches(part, target, passed)) {
                return true;
            }
        }
        return false;
    }
}
