package az.dost.vahid.record;

import java.util.ArrayList;
import java.util.List;

/** What a check found, in plain words: what does not hold, and what does. */
public final class Report {
    private final List<String> wrong = new ArrayList<>();
    private final List<String> holds = new ArrayList<>();

    public void wrong(String sentence) {
        wrong.add(sentence);
    }

    public void holds(String sentence) {
        holds.add(sentence);
    }

    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    public List<String> holds() {
        return List.copyOf(holds);
    }
}
