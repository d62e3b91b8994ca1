package az.dost.vahid.pages.lookup;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a dossier says of papers, with or without facts, in the words of one language. */
public class AskedPapers {
    private static final String STILL_NEEDED = "STILL_NEEDED";
    private static final String UNKNOWN = "UNKNOWN";
    /** What somebody must do something about comes first. */
    private static final List<String> ORDER = List.of(STILL_NEEDED, UNKNOWN, "NOT_NEEDED", "NOT_APPLICABLE");

    private static final String NOT_ESTABLISHED = "desk.answer.not-established";
    /** Of papers that nobody brings, so many are read at a glance. */
    private static final int AT_A_GLANCE = 5;
    /** What a follow-up asks again. */
    private static final Set<String> SILENT = Set.of("TIMED_OUT", "UNAVAILABLE");

    private static final Set<String> UNHEARD = Set.of("REGISTER_SILENT", "REGISTER_SWITCHED_OFF");
    /** The sentence by the reason for which nobody knows of the person. */
    private static final Map<String, String> DOUBTS = Map.of(
            "DEATH_DOUBTED",
            "desk.answer.death-doubted",
            "NO_REGISTER_OF_PERSONS",
            "desk.answer.no-register-of-persons");
    /** A part of a reason that names what verdicts alone do not. */
    private static final Pattern UNNAMED = Pattern.compile("\\s*\\(\\{\\w+}\\)");

    protected final JsonNode json;
    protected final Wording w;

    private final boolean followable;

    /** @param json as {@code dossier.schema.json} or {@code verdicts.schema.json} has it */
    public AskedPapers(JsonNode json, Wording w) {
        this(json, w, true);
    }

    /** @param followable whether a page that shows them can have silent agencies asked again */
    public AskedPapers(JsonNode json, Wording w, boolean followable) {
        this.json = json;
        this.w = w;
        this.followable = followable;
    }

    public final String getId() {
        return json.path("dossierId").asText();
    }

    public final String getFin() {
        return json.at("/subject/fin").asText();
    }

    public final String getService() {
        return w.service(json.path("service").asText());
    }

    public final String getCaseRef() {
        return json.path("caseRef").asText();
    }

    public final String getAssembledAt() {
        return w.moment(json.path("assembledAt").asText());
    }

    public final String getCompleteness() {
        return json.path("completeness").asText();
    }

    public final String getCompletenessName() {
        return w.value("dossier.completeness", getCompleteness());
    }

    /** {@code KNOWN}, {@code DECEASED} or {@code UNKNOWN}. */
    public final String getState() {
        return json.at("/subject/state").asText();
    }

    public final boolean isDead() {
        return getState().equals("DECEASED");
    }

    /** Whether there is a citizen who could be handed a slip. */
    public final boolean isForSlip() {
        return !isDead() && !getState().equals(UNKNOWN);
    }

    /** Whether it is sure that there is no such person, and not only that nobody said so. */
    public final boolean isNobody() {
        JsonNode reason = json.at("/subject/reason");
        return reason.isMissingNode()
                ? getCompleteness().equals("COMPLETE")
                : reason.asText().equals("NO_REGISTER_KNOWS");
    }

    public final long getNeeded() {
        return count(STILL_NEEDED);
    }

    public final long getOpen() {
        return count(UNKNOWN);
    }

    /**
     * Whether a register that gave no answer can be asked again: one whose answer was refused, or who refused us, gives
     * no other. Where only verdicts are told, their reasons say it.
     */
    public final boolean isAskable() {
        return followable
                && (json.has("sources")
                        ? stream(json.path("sources"))
                                .anyMatch(source ->
                                        SILENT.contains(source.path("verdict").asText()))
                        : documents()
                                .anyMatch(document -> UNHEARD.contains(
                                        document.at("/reason/code").asText())));
    }

    /** Whether no register knows of anything on which the right to the service rests. */
    public final boolean isRightDoubted() {
        return grounds().findAny().isPresent()
                && grounds().allMatch(ground -> ground.path("verdict").asText().equals("NOT_APPLICABLE"));
    }

    /** Papers on one of which the right rests, in one line. */
    public final String getGroundTitles() {
        return grounds()
                .map(ground -> ground.path("title").path(w.tag()).asText())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private Stream<JsonNode> grounds() {
        return documents().filter(document -> document.path("ground").asBoolean());
    }

    /** The key of the one sentence with which the answer begins. */
    public final String getSentence() {
        if (getState().equals(UNKNOWN)) {
            return isNobody()
                    ? "desk.answer.nobody"
                    : DOUBTS.getOrDefault(
                            json.at("/subject/reason").asText(),
                            isAskable() ? NOT_ESTABLISHED : "desk.answer.not-established-unaskable");
        }
        if (isDead()) {
            return getNeeded() > 0 ? "desk.answer.dead-needed" : "desk.answer.dead";
        }
        return getNeeded() > 0
                ? "desk.answer.needed"
                : getOpen() == 0
                        ? isRightDoubted() ? "desk.answer.right-doubted" : "desk.answer.nothing"
                        : isAskable() ? "desk.answer.open" : "desk.answer.open-unaskable";
    }

    /** Whether what is to be done next is to ask again those who did not answer. */
    public final boolean isAskedNext() {
        return isAskable()
                && (getState().equals(UNKNOWN) ? getSentence().equals(NOT_ESTABLISHED) : !isDead() && getOpen() > 0);
    }

    private long count(String verdict) {
        return documents()
                .filter(document -> document.path("verdict").asText().equals(verdict))
                .count();
    }

    private Stream<JsonNode> documents() {
        return stream(json.path("documents"));
    }

    protected static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all.stream();
    }

    public final List<Paper> getPapers() {
        return documents()
                .sorted(Comparator.comparingInt(
                        document -> ORDER.indexOf(document.path("verdict").asText())))
                .map(this::paper)
                .toList();
    }

    /** The same by what becomes of them, those that are to be brought first; none that is empty. */
    public final List<PaperGroup> getGroups() {
        List<Paper> needed = new ArrayList<>();
        List<Paper> open = new ArrayList<>();
        List<Paper> others = new ArrayList<>();
        for (Paper paper : getPapers()) {
            (paper.verdict().equals(STILL_NEEDED) ? needed : paper.verdict().equals(UNKNOWN) ? open : others)
                    .add(paper);
        }
        return Stream.of(
                        new PaperGroup("desk.papers.needed", needed, false),
                        new PaperGroup("desk.papers.open", open, false),
                        new PaperGroup("desk.papers.others", others, others.size() > AT_A_GLANCE))
                .filter(group -> !group.papers().isEmpty())
                .toList();
    }

    /** Those that the citizen takes home with him. */
    public final List<Paper> getNeededPapers() {
        return documents()
                .filter(document -> document.path("verdict").asText().equals(STILL_NEEDED))
                .map(this::paper)
                .toList();
    }

    /** The papers to give, in one line: each once. */
    public final String getNeededTitles() {
        return getNeededPapers().stream().map(Paper::title).distinct().collect(Collectors.joining("; "));
    }

    private Paper paper(JsonNode document) {
        String verdict = document.path("verdict").asText();
        String concerns = document.path("concerns").asText();
        return new Paper(
                document.path("title").path(w.tag()).asText(),
                w.value("dossier.document.concerns", concerns),
                concerns.equals("self"),
                verdict,
                w.value("dossier.document.verdict", verdict),
                reason(document),
                document.at("/reason/code").asText());
    }

    /** Blank where it cannot be told without what a register said. */
    private String reason(JsonNode document) {
        JsonNode reason = document.path("reason");
        String words = w.orNull("document-reasons", reason.path("code").asText());
        if (words == null) {
            return reason.path(w.tag()).asText();
        }
        String field = reason.path("field").asText();
        if (reason.has("source")) {
            words = words.replace("{source}", w.agency(reason.path("source").asText()));
        }
        if (reason.has("day")) {
            words = words.replace("{day}", w.day(reason.path("day").asText()));
        }
        if (!field.isEmpty()) {
            words = words.replace("{field}", w.of("facts", document.path("fact").asText() + "." + field));
        }
        String told = UNNAMED.matcher(words).replaceAll("");
        return told.contains("{") ? "" : told;
    }

    /** By it the slip is found again, and nobody is known by it: the last, random part of the dossier's id. */
    public final String getCheckCode() {
        String id = getId().toUpperCase(Locale.ROOT);
        String random = id.substring(id.length() - 12);
        return random.substring(0, 4) + "-" + random.substring(4, 8) + "-" + random.substring(8);
    }

    /**
     * Papers of which the same becomes.
     *
     * @param key of the words; they take how many there are
     * @param folded whether it is folded, so that the rest of the page is in sight
     */
    public record PaperGroup(String key, List<Paper> papers, boolean folded) {}

    /**
     * A row of the papers, in words.
     *
     * @param own whether it is about the citizen himself
     * @param verdict as the contract has it, for the colour beside its words
     * @param reason blank where it cannot be told
     * @param code of the reason
     */
    public record Paper(
            String title,
            String concerns,
            boolean own,
            String verdict,
            String verdictName,
            String reason,
            String code) {}
}
