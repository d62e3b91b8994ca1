package az.dost.vahid.linked;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Things and what is said of them. What is said twice stands once. Not safe for several threads while it is made; what
 * is written of it is.
 */
public final class Graph {
    private final Map<String, Thing> things = new LinkedHashMap<>();

    /**
     * The thing of an address, for more to be said of it.
     *
     * @throws IllegalArgumentException for what no address can be
     */
    public Thing thing(String address) {
        return things.computeIfAbsent(Term.checked(address), Thing::new);
    }

    /** Those of which something is said, in the order in which they came. */
    List<Thing> things() {
        return things.values().stream().filter(Thing::known).toList();
    }

    /** Something that has an address. Names of classes and properties have a prefix: {@code dct:title}. */
    public static final class Thing {
        private final String address;
        private final Set<String> classes = new LinkedHashSet<>();
        private final Map<String, Set<Term>> said = new LinkedHashMap<>();

        private Thing(String address) {
            this.address = address;
        }

        public String address() {
            return address;
        }

        Set<String> classes() {
            return Collections.unmodifiableSet(classes);
        }

        Map<String, Set<Term>> said() {
            return Collections.unmodifiableMap(said);
        }

        private boolean known() {
            return !classes.isEmpty() || !said.isEmpty();
        }

        /** Of what classes it is. */
        public Thing is(String... names) {
            for (String name : names) {
                Prefix.whole(name);
                classes.add(name);
            }
            return this;
        }

        public Thing link(String property, Thing other) {
            return link(property, other.address);
        }

        /** @throws IllegalArgumentException for what no address can be */
        public Thing link(String property, String address) {
            return say(property, new Term.Link(Term.checked(address)));
        }

        /** In both languages. */
        public Thing texts(String property, String az, String en) {
            return text(property, "az", az).text(property, "en", en);
        }

        /** @param text null for none: then nothing is said */
        public Thing text(String property, String language, String text) {
            return text == null ? this : say(property, new Term.Literal(text, language, null));
        }

        /** A text in no language, such as a code. */
        public Thing plain(String property, String text) {
            return say(property, new Term.Literal(text, null, null));
        }

        /** @param type such as {@code xsd:date} */
        public Thing value(String property, String type, String text) {
            Prefix.whole(type);
            return say(property, new Term.Literal(text, null, type));
        }

        private Thing say(String property, Term term) {
            Prefix.whole(property);
            said.computeIfAbsent(property, any -> new LinkedHashSet<>()).add(term);
            return this;
        }
    }
}
