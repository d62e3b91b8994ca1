package az.dost.vahid.kit.draft;

import az.dost.vahid.check.fact.FactSchemas;
import az.dost.vahid.check.fact.Words;
import az.dost.vahid.kit.draft.field.DraftException;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Kind;
import az.dost.vahid.kit.draft.field.Leaf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The operations of a contract, and how much each looks like a question about a person: whether its request has a place
 * for a personal number, its reply the facts that are wanted, and whether it reads or changes.
 */
public final class Operations {
    private static final int MOST = 300;
    /** Fields of all replies together that are looked into: each costs a little. */
    private static final int MOST_FIELDS = 20_000;

    private static final int ASKS = 30;
    private static final int ASKS_PERHAPS = 20;
    private static final int GIVES = 50;
    private static final int GIVES_PERHAPS = 35;
    private static final int READS = 20;
    private static final int UNTOLD = 10;
    /** What changes something is no question, whatever it answers. */
    private static final int CHANGES_AT_MOST = 10;

    /** An answer that is brought later is of no use to a lookup, one that is promised is asked for again. */
    private static final int LATER = 25;

    private static final int PROMISED = 3;

    private static final int LIKELY = 50;
    private static final int UNLIKELY = 30;
    private static final int NAMED = 6;
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> CHANGING = Set.of("PUT", "PATCH", "DELETE");
    private final Contracts.Reader reader;
    private final List<String> wanted;
    private final FactSchemas schemas;
    private final Words words;
    private int fields;

    /**
     * One operation, for a person to choose.
     *
     * @param name by which the contract knows it; empty for a sample, which is one answer or one row
     * @param score 0 (no use) to 100
     * @param facts that its reply seems to have whole
     * @param why one reason a line
     */
    public record Offer(String name, int score, List<String> facts, List<String> why) {}

    /**
     * @param root the folder that has all that a contract refers to; null for its own
     * @param wanted facts that somebody looks for; empty for any
     * @throws DraftException when the file cannot be read
     */
    public Operations(Path from, Path root, boolean asDrop, List<String> wanted, FactSchemas schemas) {
        this.reader = Contracts.reader(from, root, asDrop);
        this.wanted = wanted;
        this.schemas = schemas;
        this.words = new Words(schemas);
    }

    /**
     * Names of a contract's operations; empty for a sample.
     *
     * @throws DraftException when it cannot be read
     */
    public static Set<String> names(Path contract) {
        return Set.copyOf(Contracts.reader(contract, false).operations());
    }

    /**
     * All places of a contract's operations, as {@link Guess} has them, but without marks of repetition.
     *
     * @throws DraftException when it cannot be read
     */
    public static Set<String> places(Path contract) {
        Contracts.Reader reader = Contracts.reader(contract, false);
        List<String> names = reader.operations();
        Set<String> places = new HashSet<>();
        for (String name : names.isEmpty() ? List.of("") : names.subList(0, Math.min(MOST, names.size()))) {
            try {
                AgencyContract read = reader.read(name.isEmpty() ? null : name);
                add(read.reply(), read.protocol().equals("file") ? "row" : "reply", places);
                add(read.request(), "request", places);
            } catch (DraftException e) {
                // One that no connector could use is no place of one.
            }
        }
        return places;
    }

    private static void add(Field document, String name, Set<String> places) {
        if (document != null) {
            Leaf.of(document).forEach(leaf -> places.add(leaf.place(name).replaceAll("\\[](?=/|$)", "")));
        }
    }

    /**
     * The operation of a draft.
     *
     * @param guess why it was taken; null where it was named, or is the only one
     */
    record Choice(Guess guess, AgencyContract contract) {}

    /** @param named which one; null for the likeliest */
    static Choice choice(Path from, Path root, String named, boolean asDrop, FactSchemas schemas) {
        Operations operations = new Operations(from, root, asDrop, List.of(), schemas);
        List<Offer> offers =
                named != null || operations.reader.operations().size() < 2 ? List.of() : operations.offers();
        return offers.isEmpty() || offers.get(0).score() == 0
                ? new Choice(null, operations.warned(named))
                : new Choice(guess(offers), operations.warned(offers.get(0).name()));
    }

    /** With a note where it seems to change something: nobody's record is changed by a question. */
    private AgencyContract warned(String name) {
        AgencyContract contract = reader.draft(name);
        List<String> names = reader.operations();
        String one = name == null && names.size() == 1 ? names.get(0) : name;
        Words.Effect effect = one == null || contract.request() == null ? null : effect(one);
        return effect == null || !effect.changes()
                ? contract
                : contract.with("the operation seems to change something ("
                        + effect.by().told() + "): a connector asks, and must change nothing at the agency");
    }

    /** Known where the others are none. */
    private static Guess guess(List<Offer> offers) {
        Offer first = offers.get(0);
        Offer next = offers.get(1);
        return new Guess(
                "operation/" + first.name(),
                "operation",
                first.score() >= LIKELY && next.score() <= UNLIKELY,
                "none was named; this one scores " + first.score() + " of 100 as a question about a person, "
                        + next.name() + " " + next.score() + (offers.size() > 2 ? ", the others no more" : "")
                        + ": connector new --list says why");
    }

    /** How many there are; {@link #offers} looks at the first 300. */
    public int count() {
        return Math.max(1, questions().size());
    }

    /** One that a discriminator tells apart stands for each of its questions, and for none itself. */
    private List<String> questions() {
        List<String> names = reader.operations();
        Set<String> several = names.stream()
                .filter(name -> name.contains("#"))
                .map(name -> name.substring(0, name.indexOf('#')))
                .collect(Collectors.toSet());
        return names.stream().filter(name -> !several.contains(name)).toList();
    }

    /** The likeliest first. */
    public List<Offer> offers() {
        List<String> names = questions();
        return (names.isEmpty() ? List.of("") : names)
                .stream()
                        .limit(MOST)
                        .map(this::offer)
                        .sorted(Comparator.comparingInt(Offer::score).reversed())
                        .toList();
    }

    private Offer offer(String name) {
        AgencyContract contract;
        try {
            contract = reader.read(name.isEmpty() ? null : name);
        } catch (DraftException e) {
            return new Offer(name, 0, List.of(), List.of("cannot be used: " + e.getMessage()));
        }
        List<String> why = new ArrayList<>();
        List<String> facts = new ArrayList<>();
        int score = asks(contract, why) + gives(name, contract, facts, why);
        int reads = reads(name, contract, why);
        Optional<String> later = reader.later(name);
        later.ifPresent(one -> why.add("answers later: " + one));
        if (later.isEmpty() && reader.atOnce(name)) {
            why.add("answers at once, as its name says");
        }
        int whole = reads < 0 ? Math.min(score, CHANGES_AT_MOST) : score + reads;
        int behind = later.isEmpty() ? 0 : contract.call().containsKey("poll") ? PROMISED : LATER;
        return new Offer(name, Math.max(0, whole - behind), facts, why);
    }

    private int asks(AgencyContract contract, List<String> why) {
        Field asked = contract.request() == null ? contract.reply() : contract.request();
        String document = contract.request() == null ? "row" : "request";
        Roles.Taken subject = asked.kind() != Kind.GROUP
                ? null
                : Roles.of(words, Leaf.of(asked)).taken().stream()
                        .filter(one -> one.is().equals("subject"))
                        .findFirst()
                        .orElse(null);
        if (subject == null) {
            why.add(document + ": has no field for a personal number");
            return 0;
        }
        String place = subject.leaf().place(document);
        why.add((contract.request() == null ? "is about the person in " : "asks about the person in ")
                + place
                + (subject.known() ? ", known: " : ", guessed: ")
                + subject.why());
        return subject.known()
                ? ASKS
                : subject.leaf().match(words::subject).score() > 0
                                || Roles.FIN.equals(subject.leaf().field().example())
                        ? ASKS_PERHAPS
                        : 1;
    }

    private int gives(String name, AgencyContract contract, List<String> facts, List<String> why) {
        List<Leaf> leaves = Leaf.of(contract.reply());
        fields += leaves.size();
        if (fields > MOST_FIELDS) {
            why.add("its reply was not looked into: the contract has more than " + MOST_FIELDS + " fields");
            return 0;
        }
        Roles roles = Roles.answering(contract.request(), words, leaves);
        FactSearch search = new FactSearch(
                schemas,
                words,
                leaves.stream().filter(leaf -> !roles.takes(leaf)).toList(),
                List.of(name, contract.reply().name()));
        List<FactChoice> sure = search.sure().stream()
                .filter(choice ->
                        wanted.isEmpty() || wanted.contains(choice.fact().name()))
                .toList();
        boolean known = true;
        for (FactChoice choice : sure) {
            List<Roles.Taken> taken = choice.fields().keySet().stream()
                    .map(field -> search.taken(choice, field))
                    .toList();
            known &= taken.stream().allMatch(Roles.Taken::known);
            facts.add(choice.fact().name());
            why.add("gives " + choice.fact().name() + ": "
                    + taken.stream()
                            .limit(NAMED)
                            .map(one -> one.leaf().name() + " is "
                                    + one.is().substring(one.is().indexOf('.') + 1)
                                    + (one.known() ? ", " : " (guessed), ") + one.why())
                            .collect(Collectors.joining("; "))
                    + (taken.size() > NAMED ? "; ..." : ""));
        }
        List<String> likely = search.likely().stream()
                .filter(choice -> !facts.contains(choice.fact().name())
                        && (wanted.isEmpty() || wanted.contains(choice.fact().name())))
                .map(choice -> choice.fact().name())
                .limit(NAMED)
                .toList();
        if (!likely.isEmpty()) {
            why.add("gives perhaps a part of " + String.join(", ", likely));
        }
        List<String> missing = wanted.stream()
                .filter(fact -> !facts.contains(fact) && !likely.contains(fact))
                .toList();
        if (!missing.isEmpty() || facts.isEmpty() && likely.isEmpty()) {
            why.add("has nothing like " + (missing.isEmpty() ? "a canonical fact" : String.join(", ", missing)));
        }
        int whole = facts.isEmpty() ? 0 : known ? GIVES : GIVES_PERHAPS;
        return wanted.isEmpty()
                ? (whole > 0 ? whole : likely.isEmpty() ? 0 : GIVES_PERHAPS / 2)
                : (whole * facts.size() + GIVES_PERHAPS / 2 * likely.size()) / wanted.size();
    }

    /** By its name, or where that does not tell by what else it is called; null where nothing tells. */
    private Words.Effect effect(String name) {
        // The method of an address is no word of what it does: many questions are posted.
        Words.Effect effect = words.effect(name.replaceFirst("^[A-Z]+ (?=/)", ""));
        return effect != null
                ? effect
                : reader.called(name).stream()
                        .map(words::effect)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** Negative for what changes something. */
    private int reads(String name, AgencyContract contract, List<String> why) {
        String method =
                String.valueOf(contract.call().getOrDefault("method", "")).toUpperCase(Locale.ROOT);
        if (contract.request() == null || name.isEmpty()) {
            why.add("is a sample: nothing is changed by it");
            return READS;
        }
        Words.Effect effect = effect(name);
        if (CHANGING.contains(method) || effect != null && effect.changes() && !READING.contains(method)) {
            why.add("changes something: "
                    + (CHANGING.contains(method) ? method : effect.by().told()));
            return -1;
        }
        boolean reads = READING.contains(method) || effect != null;
        why.add(
                reads
                        ? "reads: "
                                + (READING.contains(method)
                                        ? method
                                        : effect.by().told())
                        : "does not say whether it reads or changes");
        return reads ? READS : UNTOLD;
    }
}
