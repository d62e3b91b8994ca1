package az.dost.vahid.proof.record.check;

import az.dost.vahid.logging.PlainText;
import az.dost.vahid.signature.CheckCode;
import az.dost.vahid.signature.CheckLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a check found, in plain words: what does not hold, what does, and what else there is to know. What a file says
 * of itself cannot act on the reader's terminal.
 */
public final class Report {
    /** More sentences of one sort than anybody reads; what somebody changed everywhere must not fill the memory. */
    private static final int MOST = 10_000;

    private final List<String> wrong = new ArrayList<>();
    private final List<String> holds = new ArrayList<>();
    private final List<String> noted = new ArrayList<>();
    private long moreWrong;
    private long moreNoted;
    private String kind;
    private final Map<String, String> about = new LinkedHashMap<>();
    private final List<CheckLine> lines = new ArrayList<>();

    /** The same as its sentence, with what it is for programs. */
    public void add(CheckLine line) {
        if (lines.size() < MOST) {
            lines.add(new CheckLine(
                    line.outcome(),
                    line.code(),
                    line.named().stream().map(PlainText::of).toList(),
                    PlainText.of(line.sentence())));
        }
        switch (line.outcome()) {
            case HOLDS -> holds(line.sentence());
            case WRONG -> wrong(line.sentence());
            case NOTED -> noted(line.sentence());
        }
    }

    /** What was found of which a program is told, too. */
    public List<CheckLine> lines() {
        return List.copyOf(lines);
    }

    public void wrong(CheckCode code, String sentence, String... named) {
        add(CheckLine.wrong(code, sentence, named));
    }

    public void holds(CheckCode code, String sentence, String... named) {
        add(CheckLine.holds(code, sentence, named));
    }

    public void noted(CheckCode code, String sentence, String... named) {
        add(CheckLine.noted(code, sentence, named));
    }

    public void wrong(String sentence) {
        if (wrong.size() < MOST) {
            wrong.add(PlainText.of(sentence));
        } else {
            moreWrong++;
        }
    }

    public void holds(String sentence) {
        holds.add(PlainText.of(sentence));
    }

    /**
     * What was read is so.
     *
     * @param what such as {@code kind} or {@code signedAt}
     * @param value nothing is said of null
     */
    public void about(String what, String value) {
        if (value != null) {
            about.put(what, PlainText.of(value));
        }
    }

    /** @param code what was checked, a name that its reader knows */
    public void kind(String code) {
        kind = code;
    }

    /** Null where it is not known. */
    public String kind() {
        return kind;
    }

    public Map<String, String> about() {
        return Collections.unmodifiableMap(about);
    }

    /**
     * What a reader should know although nothing is wrong: what is missing, was added by others, or could not be
     * checked.
     */
    public void noted(String sentence) {
        if (noted.size() < MOST) {
            noted.add(PlainText.of(sentence));
        } else {
            moreNoted++;
        }
    }

    public List<String> wrong() {
        return counted(wrong, moreWrong, "what does not hold");
    }

    public List<String> holds() {
        return List.copyOf(holds);
    }

    public List<String> noted() {
        return counted(noted, moreNoted, "notes");
    }

    private static List<String> counted(List<String> some, long more, String what) {
        return more == 0
                ? List.copyOf(some)
                : Stream.concat(some.stream(), Stream.of("More of " + what + ": " + more + "."))
                        .toList();
    }
}
