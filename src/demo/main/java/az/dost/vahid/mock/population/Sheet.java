package az.dost.vahid.mock.population;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one register says about one citizen, in the order in which it was said. */
public final class Sheet {
    private Map<String, Object> facts = Map.of();

    /** Notes the fact unless there is none: null or an empty list. */
    public void add(String name, Object fact) {
        if (fact == null || fact instanceof List<?> list && list.isEmpty()) {
            return;
        }
        if (facts.isEmpty()) {
            facts = new LinkedHashMap<>(8);
        }
        facts.put(name, fact);
    }

    public boolean isEmpty() {
        return facts.isEmpty();
    }

    public Map<String, Object> facts() {
        return facts;
    }
}
