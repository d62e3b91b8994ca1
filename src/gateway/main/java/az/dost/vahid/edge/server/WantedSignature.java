package az.dost.vahid.edge.server;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.greenbytes.http.sfv.BooleanItem;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.StringItem;

/**
 * The signature of the answer that a request asks for (RFC 9421, section 5.1): one member of {@code Accept-Signature}.
 *
 * @param label by which the caller finds it again
 * @param covered what it is over, in the caller's order; what is left out by him is what we think right
 * @param nonce null for none
 */
record WantedSignature(String label, List<Component> covered, String nonce) {
    static final String HEADER = "Accept-Signature";
    private static final Pattern NAME = Pattern.compile("@?[a-z0-9-]{1,64}");
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9._~+/=-]{1,100}");
    private static final int MOST = 20;
    /** Derived components (section 2.2) of the answer, and of the request. */
    private static final Set<String> OF_ANSWERS = Set.of("@status");

    private static final Set<String> OF_REQUESTS = Set.of("@method", "@authority", "@path", "@query");
    private static final List<Component> RIGHT = List.of(
            new Component("@status", false),
            new Component("content-type", false),
            new Component("content-digest", false),
            new Component("@method", true),
            new Component("@authority", true),
            new Component("@path", true));

    /**
     * What is signed.
     *
     * @param name of a field, in lower case, or derived
     * @param req whether it is the request's
     */
    record Component(String name, boolean req) {
        /** As it stands in a signature's base and in its input. */
        String identifier() {
            return "\"" + name + "\"" + (req ? ";req" : "");
        }

        private boolean known() {
            return !name.startsWith("@") || (req ? OF_REQUESTS : OF_ANSWERS).contains(name);
        }
    }

    /** @throws ProblemException FIELD_INVALID, naming the header */
    static WantedSignature of(String header) {
        Map<String, ?> members = members(header);
        String label = members.size() == 1 ? members.keySet().iterator().next() : "";
        if (!(members.get(label) instanceof InnerList list)) {
            throw wrong("It must be one member, such as sig=(\"@status\" \"content-digest\" \"@path\";req).");
        }
        List<Component> covered = new ArrayList<>();
        for (Item<?> item : list.get()) {
            Component component = component(item);
            if (!component.known() || covered.contains(component) || covered.size() == MOST) {
                throw wrong("It can cover each once: @status, fields, and of the request @method,"
                        + " @authority, @path, @query.");
            }
            covered.add(component);
        }
        return new WantedSignature(
                label,
                covered.isEmpty() ? RIGHT : List.copyOf(covered),
                list.getParams().get("nonce") instanceof StringItem nonce
                                && NONCE.matcher(nonce.get()).matches()
                        ? nonce.get()
                        : null);
    }

    /** Empty for what is no dictionary of structured fields (RFC 8941, section 3.2). */
    private static Map<String, ?> members(String header) {
        try {
            return Parser.parseDictionary(header).get();
        } catch (ParseException e) {
            return Map.of();
        }
    }

    private static Component component(Item<?> item) {
        boolean req = item.getParams().get("req") instanceof BooleanItem is && is.get();
        if (!(item instanceof StringItem name)
                || !NAME.matcher(name.get()).matches()
                || item.getParams().size() != (req ? 1 : 0)) {
            throw wrong("A component is a name in quotes; of the request it has ;req.");
        }
        return new Component(name.get(), req);
    }

    private static ProblemException wrong(String why) {
        return new ProblemException(ProblemCode.FIELD_INVALID, HEADER, why);
    }
}
