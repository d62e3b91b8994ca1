package az.dost.vahid.rights;

import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.DefinitionFolder;
import az.dost.vahid.linked.Graph;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.wordbook.Word;
import az.dost.vahid.wordbook.Wordbook;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** The rights on which a running gateway acts, by their codes. */
public final class Rights {
    private static final String FAMILY = "proactive";
    /** Fields of an event that name a parent of its person. */
    private static final List<String> PARENTS = List.of("motherFin", "fatherFin");

    /** What no register of the agencies has, and no time will tell. */
    private static final Set<String> NEVER_KNOWN = Set.of("NO_REGISTER", "NOT_ASKED");

    /** So begins a place that is about the event's person, where the right is that of kin. */
    public static final String IN_ABOUT = RightVersion.IN_ABOUT;

    private static final Set<String> SPOKE = Set.of("ANSWERED", "NO_RECORD");

    private final Vocabulary vocabulary;
    private final Map<String, Right> rights = new TreeMap<>();

    private Rights(Vocabulary vocabulary, List<Right> read) {
        this.vocabulary = vocabulary;
        read.forEach(right -> rights.put(right.code(), right));
    }

    /** None at all. */
    public static Rights none() {
        return new Rights(null, List.of());
    }

    /**
     * Those of a folder.
     *
     * @param folder with its scheme, {@code file:} or {@code classpath:}
     * @throws DefinitionException with every error of every file
     */
    public static Rights of(ResourcePatternResolver resources, String folder) {
        Vocabulary vocabulary = Vocabulary.builtIn();
        List<Resource> files = new DefinitionFolder(resources, folder).files();
        return new Rights(
                vocabulary, new RightReader(vocabulary).read(files, folder).strict());
    }

    /**
     * All of them as linked data, with every version of their laws.
     *
     * @param address where outsiders reach the gateway, without a slash at its end; empty for relative addresses
     * @param agencies by their ids, what people call them
     */
    public Graph graph(String address, Wordbook words, Function<String, Word> agencies) {
        return new LinkedRights(address, words, agencies).of(rights.values());
    }

    public Set<String> codes() {
        return rights.keySet();
    }

    /** Codes of the rights that are looked at when there is an event of this type. */
    public List<String> on(String eventType) {
        return rights.values().stream()
                .filter(right -> right.events().contains(eventType))
                .map(Right::code)
                .toList();
    }

    /**
     * Whose right it is, as far as the event says; of a right of kin, whom the event is about.
     *
     * @param data of the event
     * @return personal numbers; empty where the event names nobody
     */
    public List<String> persons(String code, JsonNode data) {
        Stream<String> fields = switch (rights.get(code).whose()) {
            case SELF -> Stream.of("fin");
            case PARENT -> PARENTS.stream();
            // No event names them: the person of the event is asked about first.
            case KIN -> rights.get(code).ofKin() ? Stream.of("fin") : Stream.empty();
        };
        return fields.filter(data::has)
                .map(field -> data.path(field).textValue())
                .distinct()
                .toList();
    }

    /**
     * What the law of that day (Azerbaijan) asks about the event's person, to find those whose right it may be, and
     * whether they have it: kin, whom no event names.
     *
     * @return empty for a right whose person the event names
     */
    public List<String> factsAbout(String code, LocalDate day) {
        return rights.get(code).factsAbout(vocabulary, day);
    }

    /** Whose right it may be. @param about dossier of the event's person */
    public Kin kin(String code, JsonNode about) {
        return Kin.of(new DossierFacts(about, vocabulary, rights.get(code).asksAbout(vocabulary)));
    }

    /** Codes of the rights that can be looked at without an event: no event has to say whose they are. */
    public Set<String> own() {
        return rights.values().stream()
                .filter(right -> right.whose() == Right.Whose.SELF)
                .map(Right::code)
                .collect(Collectors.toSet());
    }

    /** What it is called; empty for one that is no more. */
    public Optional<Passport.Title> title(String code) {
        return Optional.ofNullable(rights.get(code))
                .map(right ->
                        new Passport.Title(right.title().az(), right.title().en()));
    }

    /**
     * What it is and which law holds, for whoever runs the bus: {@code title}, {@code awardedBy}, {@code law} where one
     * holds on that day (Azerbaijan), {@code next} where another one comes.
     *
     * @return empty for one that is no more
     */
    public Optional<ObjectNode> law(String code, LocalDate day) {
        return Optional.ofNullable(rights.get(code)).map(right -> {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.putObject("title")
                    .put("az", right.title().az())
                    .put("en", right.title().en());
            json.put("awardedBy", right.awardedBy());
            right.on(day).ifPresent(version -> {
                ObjectNode law =
                        json.putObject("law").put("from", version.from().toString());
                if (version.until() != null) {
                    law.put("until", version.until().toString());
                }
                law.put("acts", version.law());
            });
            right.versions().stream()
                    .filter(version -> version.from().isAfter(day))
                    .findFirst()
                    .ifPresent(version -> json.putObject("next")
                            .put("from", version.from().toString())
                            .put("acts", version.law()));
            return json;
        });
    }

    /**
     * What a law asks and no register gives, in words.
     *
     * @param place such as {@code wanted.raisedChildren}
     * @return empty for another place, and for a right that is no more
     */
    public Optional<Passport.Title> wanted(String code, String place) {
        return Stream.ofNullable(rights.get(code))
                .flatMap(right -> right.versions().stream())
                .flatMap(version -> version.wanted().stream())
                .filter(wanted -> place.equals(RightVersion.WANTED + "." + wanted.id()))
                .map(wanted ->
                        new Passport.Title(wanted.title().az(), wanted.title().en()))
                .findFirst();
    }

    /** The agency that decides and pays. */
    public String awardedBy(String code) {
        return rights.get(code).awardedBy();
    }

    /** Codes of the rights of which nobody can draw one beside it; none for one that is not in the folder any more. */
    public Set<String> excludedBy(String code) {
        return rights.containsKey(code) ? rights.get(code).excludedBy() : Set.of();
    }

    /** What is asked for it, as a lookup has it: the facts that its conditions name, and no paper. */
    public Passport purpose(String code) {
        Right right = rights.get(code);
        Map<String, Set<String>> fields = new HashMap<>(right.asks(vocabulary));
        right.asksAbout(vocabulary).forEach((fact, some) -> fields.merge(fact, some, Rights::both));
        List<String> facts = fields.keySet().stream().sorted().toList();
        fields.values().removeIf(Set::isEmpty);
        RightVersion newest = right.versions().get(right.versions().size() - 1);
        return new Passport(
                right.purpose(),
                FAMILY,
                new Passport.Title(
                        "Hüququn yoxlanılması: " + right.title().az(),
                        "Whether there is a right: " + right.title().en()),
                newest.law(),
                false,
                facts,
                Map.copyOf(fields),
                List.of());
    }

    /** The facts that the law of that day (Azerbaijan) asks for; empty where there is none. */
    public List<String> facts(String code, LocalDate day) {
        return rights.get(code).facts(vocabulary, day);
    }

    /**
     * What came of a right on a day: the outcome, and a row for each condition. It has no personal number.
     *
     * @return empty where no law holds on that day
     */
    public Optional<ObjectNode> evaluate(String code, Basis basis, LocalDate day) {
        Right right = rights.get(code);
        return Evaluation.of(right, Known.of(right, basis, vocabulary), day).map(Evaluation::json);
    }

    /**
     * The same of a dossier that was made for a service: what that one did not ask for is not known.
     *
     * @param facts that it asked for
     */
    public Optional<ObjectNode> glance(String code, JsonNode dossier, Set<String> facts, LocalDate day) {
        DossierFacts known = new DossierFacts(dossier, vocabulary, facts);
        return Evaluation.of(rights.get(code), known, MissingNode.getInstance(), day)
                .map(Evaluation::json);
    }

    /**
     * The person's next birthday on which the law has the right looked at anew, where by what the dossier says today it
     * comes, or may come, that day.
     *
     * @param day today in Azerbaijan, on which there is no right or it is not known
     * @param last no later birthday counts
     * @return empty where no birthday changes anything, or the day of birth is not known
     */
    public Optional<LocalDate> birthday(String code, Basis basis, LocalDate day, LocalDate last) {
        Right right = rights.get(code);
        Known known = Known.of(right, basis, vocabulary);
        Optional<Evaluation.Outcome> today = outcome(right, known, day);
        return Stream.ofNullable(known.read(Right.BORN).value())
                .map(RightReader::day)
                .filter(Objects::nonNull)
                .flatMap(born -> right.birthdays().stream().map(born::plusYears))
                .filter(birthday -> birthday.isAfter(day) && !birthday.isAfter(last))
                .sorted()
                .filter(birthday -> outcome(right, known, birthday)
                        .filter(then -> then != Evaluation.Outcome.NOT_ENTITLED)
                        .filter(then -> !today.equals(Optional.of(then)))
                        .isPresent())
                .findFirst();
    }

    private static Optional<Evaluation.Outcome> outcome(Right right, Known known, LocalDate day) {
        return Evaluation.of(right, known, day).map(Evaluation::outcome);
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> both = new TreeSet<>(some);
        both.addAll(others);
        // An empty set is the whole fact.
        return some.isEmpty() || others.isEmpty() ? Set.of() : both;
    }

    /**
     * Places of the dossier that are read by what came of a right, as {@link #evaluate} has it:
     * {@code family.children.fin}.
     */
    public static Set<String> read(JsonNode evaluation) {
        return evaluation
                .path("conditions")
                .valueStream()
                .flatMap(condition -> condition.path("facts").valueStream())
                .map(read -> read.path("fact").asText())
                .collect(Collectors.toSet());
    }

    /**
     * What left a right undecided: the registers that did not say it; where all have spoken, what none of them has.
     *
     * @param evaluation as {@link #evaluate} has it
     * @param basis from which it was made
     */
    public Set<String> unheard(JsonNode evaluation, Basis basis) {
        Set<String> registers = new TreeSet<>();
        Set<String> nobodys = new TreeSet<>();
        open(evaluation).forEach(open -> {
            String place = open.path("fact").asText();
            JsonNode dossier = place.startsWith(IN_ABOUT) ? basis.about() : basis.dossier();
            String fact = place.substring(place.startsWith(IN_ABOUT) ? IN_ABOUT.length() : 0)
                    .replaceFirst("[.].*", "");
            List<String> silent = vocabulary.facts().containsKey(fact)
                    ? vocabulary.registers(fact).stream()
                            .filter(register -> !spoke(register, dossier))
                            .toList()
                    : List.of();
            registers.addAll(silent);
            if (silent.isEmpty() && open.has("source")) {
                registers.add(open.path("source").textValue());
            } else if (silent.isEmpty()) {
                nobodys.add(open.path("fact").textValue());
            }
        });
        return registers.isEmpty() ? nobodys : registers;
    }

    /** Whether something is not known that may be known another time. */
    public static boolean mayChange(JsonNode evaluation) {
        return open(evaluation)
                .anyMatch(fact -> !NEVER_KNOWN.contains(fact.path("unknown").asText()));
    }

    /** What is not known and left a condition open. */
    private static Stream<JsonNode> open(JsonNode evaluation) {
        return evaluation
                .path("conditions")
                .valueStream()
                .filter(condition -> condition.path("outcome").asText().equals("NOT_KNOWN"))
                .flatMap(condition -> condition.path("facts").valueStream())
                .filter(fact -> fact.has("unknown"));
    }

    /** The agencies that were asked for a dossier, and not heard. */
    public static Set<String> silent(JsonNode dossier) {
        return dossier.path("sources")
                .valueStream()
                .filter(source -> !SPOKE.contains(source.path("verdict").asText()))
                .map(source -> source.path("agency").textValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean spoke(String register, JsonNode dossier) {
        return dossier.path("sources")
                .valueStream()
                .filter(source -> source.path("agency").asText().equals(register))
                .anyMatch(source -> SPOKE.contains(source.path("verdict").asText()));
    }
}
