package az.dost.vahid.rights;

import java.util.List;
import java.util.Map;

/**
 * What a value of a condition may be.
 *
 * @param fields of a record, by name; empty for anything else
 * @param element of a list; null for anything else
 * @param codes that a code, or numbers that a number, may be; empty where it may be any
 * @param endless whether a record without the day means that it never comes
 */
record Type(Kind kind, Map<String, Type> fields, Type element, List<String> codes, boolean endless) {
    static final Type BOOLEAN = of(Kind.BOOLEAN);
    static final Type NUMBER = of(Kind.NUMBER);
    static final Type TEXT = of(Kind.TEXT);
    static final Type DAY = of(Kind.DAY);
    static final Type DURATION = of(Kind.DURATION);
    /** What follows after a mistake, so that it is told once. */
    static final Type ANY = of(Kind.ANY);

    /** Kinds of values. */
    enum Kind {
        BOOLEAN("yes or no"),
        NUMBER("a number"),
        TEXT("a text"),
        CODE("a code"),
        /** A personal number, which nobody is shown. */
        FIN("a personal number"),
        DAY("a day"),
        DURATION("a duration"),
        RECORD("a record"),
        LIST("a list"),
        ANY("anything");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    static Type of(Kind kind) {
        return new Type(kind, Map.of(), null, List.of(), false);
    }

    static Type list(Type element) {
        return new Type(Kind.LIST, Map.of(), element, List.of(), false);
    }

    static Type record(Map<String, Type> fields) {
        return new Type(Kind.RECORD, fields, null, List.of(), false);
    }

    static Type code(List<String> codes) {
        return new Type(Kind.CODE, Map.of(), null, codes, false);
    }

    static Type numberOf(List<String> codes) {
        return new Type(Kind.NUMBER, Map.of(), null, codes, false);
    }

    static Type endlessDay() {
        return new Type(Kind.DAY, Map.of(), null, List.of(), true);
    }

    boolean is(Kind asked) {
        return kind == asked || kind == Kind.ANY;
    }

    /** Whether values of both can be equal. */
    boolean comparable(Type other) {
        return is(other.kind) || other.is(kind) || text() && other.text();
    }

    private boolean text() {
        return kind == Kind.TEXT || kind == Kind.CODE || kind == Kind.FIN;
    }
}
