package az.dost.vahid.journeys.tally;

import az.dost.vahid.sources.verdict.Grounds;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A lookup that gave a dossier.
 *
 * @param matter keyed digest of requester, case, service and person: lookups of one are one case
 * @param dossier missing where it is not kept any more
 * @param rules that counted when it was looked up
 */
record TalliedLookup(ChainEntry entry, byte[] matter, JsonNode dossier, Rules rules) {
    private static final String KNOWN = "KNOWN";
    private static final String UNKNOWN = "UNKNOWN";
    private static final String DECEASED = "DECEASED";
    private static final String STILL_NEEDED = "STILL_NEEDED";
    private static final String TOOK_MS = "tookMs";
    private static final Set<String> SILENT = Set.of("TIMED_OUT", "UNAVAILABLE");
    private static final Set<String> SPOKE = Set.of("ANSWERED", "NO_RECORD", "STALE");
    private static final long TENTH_MS = 100;

    /** Which case it is in which month. */
    record Case(String matter, YearMonth month) {}

    Case ofCase() {
        return new Case(HexFormat.of().formatHex(matter), place().month());
    }

    TallyPlace place() {
        return TallyPlace.of(entry, rules);
    }

    boolean kept() {
        return !dossier.isMissingNode();
    }

    /**
     * Whether a citizen is known of whom it can be said which papers are needed. Of what is not kept any more nobody
     * can say it.
     */
    boolean isCase() {
        return kept() && !UNKNOWN.equals(state());
    }

    /** Whether all who were asked have no record: a wrong FIN, of which no figure tells. */
    boolean aboutNobody() {
        return UNKNOWN.equals(state()) && verdicts().values().stream().allMatch(SPOKE::contains);
    }

    private String state() {
        return dossier.at("/subject/state").asText("");
    }

    /** Whether it asked again whom an earlier one had asked in vain, and nobody else. */
    boolean completesAnother() {
        return dossier.has("completes");
    }

    /** By agency. */
    Map<String, String> verdicts() {
        Map<String, String> verdicts = new TreeMap<>();
        entry.json()
                .path("verdicts")
                .properties()
                .forEach(verdict ->
                        verdicts.put(verdict.getKey(), verdict.getValue().asText()));
        return verdicts;
    }

    static boolean silent(String verdict) {
        return SILENT.contains(verdict);
    }

    static boolean spoke(String verdict) {
        return SPOKE.contains(verdict);
    }

    /** The row of an agency; missing where only verdicts of papers are kept. */
    JsonNode source(String agency) {
        for (JsonNode source : dossier.path("sources")) {
            if (source.path("agency").asText().equals(agency)) {
                return source;
            }
        }
        return MissingNode.getInstance();
    }

    /** Ids of the papers that have a verdict. */
    Set<String> papers(String verdict) {
        Set<String> papers = new TreeSet<>();
        for (JsonNode document : dossier.path("documents")) {
            if (document.path("verdict").asText().equals(verdict)) {
                papers.add(document.path("id").asText());
            }
        }
        return papers;
    }

    /**
     * Whether each paper of a living person is known not to be needed: a register that is silent, a death, and a right
     * that nobody knows of, make nobody free of papers.
     */
    boolean documentFree() {
        return KNOWN.equals(state())
                && papers(STILL_NEEDED).isEmpty()
                && papers(UNKNOWN).isEmpty()
                && !Grounds.doubted(dossier.path("documents"));
    }

    /** What a case came to: {@code Outcome} of {@code contracts/statistics.openapi.yaml}. */
    String outcome() {
        if (state().equals(DECEASED)) {
            return DECEASED;
        }
        return documentFree() ? "FREE" : papers(STILL_NEEDED).isEmpty() ? "UNDECIDED" : "NEEDED";
    }

    Set<String> stillNeeded() {
        return papers(STILL_NEEDED);
    }

    /** Value of a fact; missing where the dossier does not tell it. */
    JsonNode fact(String name) {
        return dossier.path("facts").path(name).path("value");
    }

    /** Tenths of a second, rounded up; null where nobody noted it. */
    String took() {
        return entry.json().has(TOOK_MS) ? tenths(entry.json().path(TOOK_MS).longValue()) : null;
    }

    static String tenths(long ms) {
        return Long.toString((ms + TENTH_MS - 1) / TENTH_MS);
    }
}
