package az.dost.vahid.edge.server;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The signature of the answer that a request asks for (RFC 9421, section 5.1): one member of {@code Accept-Signature}.
 *
 * @param label by which the caller finds it again
 * @param covered what it is over, in the caller's order; what is left out by him is what we think right
 * @param nonce null for none
 */
record WantedSignature(String label, List<Component> covered, String nonce) {
    static final String HEADER = "Accept-Signature";
    private static final Pattern MEMBER =
            Pattern.compile("([a-z*][a-z0-9_.*-]{0,63})=\\(([^()]{0,1000})\\)((?:;[^,]{1,300})?)");
    private static final Pattern ITEM = Pattern.compile("\"(@?[a-z0-9-]{1,64})\"(;req)?");
    private static final Pattern NONCE = Pattern.compile(";nonce=\"([A-Za-z0-9._~+/=-]{1,100})\"");
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
        Matcher member = MEMBER.matcher(header.strip());
        if (!member.matches()) {
            throw wrong("It must be one member, such as sig=(\"@status\" \"content-digest\" \"@path\";req).");
        }
        List<Component> covered = new ArrayList<>();
        String items = member.group(2).strip();
        for (String item : items.isEmpty() ? new String[0] : items.split(" +", MOST + 1)) {
            Matcher one = ITEM.matcher(item);
            if (!one.matches()) {
                throw wrong("A component is a name in quotes; of the request it has ;req.");
            }
            Component component = new Component(one.group(1), one.group(2) != null);
            if (!component.known() || covered.contains(component) || covered.size() == MOST) {
                throw wrong(
                        "It can cover each once: @status, fields, and of the request @method, @authority, @path, @query.");
            }
            covered.add(component);
        }
        Matcher nonce = NONCE.matcher(member.group(3));
        return new WantedSignature(
                member.group(1),
                covered.isEmpty() ? RIGHT : List.copyOf(covered),
                nonce.find() ? nonce.group(1) : null);
    }

    private static ProblemException wrong(String why) {
        return new ProblemException(ProblemCode.FIELD_INVALID, HEADER, why);
    }
}
