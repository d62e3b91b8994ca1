package az.dost.vahid.kit.draft;

import az.dost.vahid.check.fact.Match;
import az.dost.vahid.check.fact.Words;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Kind;
import az.dost.vahid.kit.draft.field.Leaf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The fields of a document by which the gateway knows whom it is about, of when it is and which request it answers.
 *
 * @param subject null only for a document without any text that repeats once at most
 * @param asOf null when no field says it
 * @param requestId null when no field says it
 * @param taken why each of them was taken
 */
record Roles(Leaf subject, Leaf asOf, Leaf requestId, List<Taken> taken) {
    static final double ALIKE = 0.5;
    private static final double CLEARLY = 0.8;
    /** A value by which a field is known to take FINs: the contract's pattern allows it, or a sample had one there. */
    static final String FIN = "5AB1CD2";

    private static final int NAMED = 3;
    private static final Pattern LOGIN = Pattern.compile(
            "(?i)(?:sign|.*(?:token|password|passwd|secret|api_?key|signature|user_?name|login|session).*)");

    private static final String NOBODY = "no name is like that of a personal number; it is the first ";
    private static final String AS_ASKED = "it is called as what the question asks by";
    private static final String REPEATS = "; it repeats: the first is meant";
    /** An answer of X-tee repeats the question beside what it says itself. */
    private static final Pattern ECHO = Pattern.compile("(?i)request|paring");

    /** A field that was taken for something, as {@link Guess} has it. */
    record Taken(Leaf leaf, String is, boolean known, String why) {
        Guess in(String document) {
            return new Guess(leaf.place(document), is, known, why);
        }
    }

    static Roles of(Words words, List<Leaf> all) {
        return of(words, all, null);
    }

    /** Of the answer to a question. @param request null where none is asked, as of files; it may be one value, too */
    static Roles answering(Field request, Words words, List<Leaf> all) {
        Leaf asked = request == null || request.kind() != Kind.GROUP
                ? null
                : of(words, Leaf.of(request)).subject();
        return of(words, all, asked == null ? null : asked.name());
    }

    private static Roles of(Words words, List<Leaf> all, String asked) {
        List<Leaf> leaves = all.stream().filter(leaf -> leaf.repetitions() == 0).toList();
        Predicate<Leaf> text = leaf -> leaf.field().pattern() == null
                && leaf.field().kind() != Kind.BOOLEAN
                && leaf.field().values().isEmpty();
        Taken subject = subject(leaves.stream().filter(text).toList(), words, "");
        if (subject == null) {
            // Everything repeats: the first of them says whom the answer is about.
            List<Leaf> once =
                    all.stream().filter(leaf -> leaf.repetitions() == 1).toList();
            subject = subject(
                    once.stream().filter(text).toList(),
                    words,
                    "; all that there is repeats: the first of each is meant");
            subject = subject != null || leaves.isEmpty()
                    ? subject
                    : new Taken(leaves.get(0), "subject", false, "there is no other field");
        }
        if (asked != null && (subject == null || !clear(subject.leaf().match(words::subject)))) {
            subject = called(
                            asked,
                            words,
                            all.stream()
                                    .filter(text.and(leaf -> leaf.repetitions() <= 1 && !echoes(leaf)))
                                    .toList())
                    .orElse(subject);
        }
        if (subject != null && subject.why().startsWith(NOBODY)) {
            // A name of what repeats says more than the place of what does not.
            Taken first = best(
                    "subject",
                    all.stream()
                            .filter(text.and(leaf ->
                                    leaf.repetitions() == 1 && leaf.other(words).isEmpty()))
                            .toList(),
                    leaf -> leaf.match(words::subject));
            subject = first == null ? subject : new Taken(first.leaf(), "subject", false, first.why() + REPEATS);
        }
        Taken asOf = best(
                "asOf",
                leaves.stream().filter(leaf -> leaf.field().kind() == Kind.TIME).toList(),
                leaf -> words.asOf(leaf.name()));
        if (asOf == null) {
            asOf = leaves.stream()
                    .filter(leaf -> leaf.field().kind() == Kind.TIME
                            && leaf.path().size() == 1
                            && words.field(leaf.name(), "identity", "birthDate").score() < ALIKE)
                    .findFirst()
                    .map(leaf -> new Taken(
                            leaf,
                            "asOf",
                            false,
                            "no name is like that of an answer's time; it is the first time that stands by itself"))
                    .orElse(null);
        }
        Taken requestId = best(
                "requestId",
                leaves.stream().filter(text.and(leaf -> !leaf.field().narrow())).toList(),
                leaf -> words.requestId(leaf.name()));
        List<Taken> taken = new ArrayList<>();
        for (Taken one : new Taken[] {subject, asOf, requestId}) {
            if (one != null) {
                taken.add(one);
            }
        }
        return new Roles(leaf(subject), leaf(asOf), leaf(requestId), taken);
    }

    private static boolean clear(Match match) {
        return match.score() >= CLEARLY && !match.loose();
    }

    /** What the asking system shows of itself is about nobody, although its name may end like a person's number. */
    static boolean login(Leaf leaf, Words words) {
        Match login = words.login(leaf.name());
        Match subject = leaf.match(words::subject);
        return !subject.sure()
                && (LOGIN.matcher(leaf.name()).matches() || login.score() >= ALIKE && login.score() >= subject.score());
    }

    private static boolean echoes(Leaf leaf) {
        return leaf.path().size() > 1 && ECHO.matcher(leaf.path().get(0).name()).matches();
    }

    /**
     * The field that is called as what the question asks by, unless everything may be called so; one that repeats is
     * the last choice.
     */
    private static Optional<Taken> called(String asked, Words words, List<Leaf> texts) {
        Match name = words.subject(asked);
        return name.score() > 0 && name.loose()
                ? Optional.empty()
                : texts.stream()
                        .filter(leaf -> leaf.name().equalsIgnoreCase(asked))
                        .min(Comparator.comparingLong(Leaf::repetitions))
                        .map(leaf ->
                                new Taken(leaf, "subject", false, AS_ASKED + (leaf.repetitions() == 0 ? "" : REPEATS)));
    }

    private static Taken subject(List<Leaf> all, Words words, String beside) {
        Function<Leaf, Match> match = leaf -> leaf.match(words::subject);
        List<Leaf> others = all.stream().filter(leaf -> !login(leaf, words)).toList();
        List<Leaf> some = others.isEmpty() ? all : others;
        List<Leaf> itself = some.stream().filter(leaf -> !echoes(leaf)).toList();
        List<Leaf> texts = itself.stream().anyMatch(leaf -> match.apply(leaf).score() >= ALIKE) ? itself : some;
        // An official who asks, or a spouse, has a number of the same name.
        Taken own = best(
                "subject",
                texts.stream().filter(leaf -> leaf.other(words).isEmpty()).toList(),
                match);
        Taken named = own != null && match.apply(own.leaf()).score() >= CLEARLY
                ? own
                : doubted(best("subject", texts, match), words);
        List<Leaf> fins = texts.stream()
                .filter(leaf -> FIN.equals(leaf.field().example()))
                .toList();
        if (!fins.isEmpty() && (named == null || match.apply(named.leaf()).score() < CLEARLY)) {
            return new Taken(
                    fins.get(0),
                    "subject",
                    false,
                    "its values may be FINs"
                            + (fins.size() == 1 ? "" : ", and so may those of " + others(fins, fins.get(0)))
                            + "; its name is not like that of a personal number" + beside);
        }
        if (named != null) {
            return beside.isEmpty() ? named : new Taken(named.leaf(), named.is(), false, named.why() + beside);
        }
        return texts.stream()
                .min(Comparator.comparing((Leaf leaf) -> leaf.field().kind() != Kind.TEXT))
                .map(leaf -> new Taken(
                        leaf,
                        "subject",
                        false,
                        NOBODY + (leaf.field().kind() == Kind.TEXT ? "text" : "value, and no text is there") + beside))
                .orElse(null);
    }

    /** A place that may be about somebody else is never known. */
    private static Taken doubted(Taken taken, Words words) {
        return taken == null
                ? null
                : taken.leaf()
                        .other(words)
                        .map(other -> new Taken(
                                taken.leaf(),
                                taken.is(),
                                false,
                                taken.why() + "; by " + other.told() + " it may be about somebody else"))
                        .orElse(taken);
    }

    /** The one whose name is most like it; known when it is the word itself, and nothing else is like it. */
    private static Taken best(String is, List<Leaf> leaves, Function<Leaf, Match> match) {
        List<Leaf> alike = leaves.stream()
                .filter(leaf -> match.apply(leaf).score() >= ALIKE)
                .sorted(Comparator.comparingDouble(
                                (Leaf leaf) -> -match.apply(leaf).score())
                        .thenComparing(leaf -> match.apply(leaf).sure() ? 0 : 1))
                .toList();
        if (alike.isEmpty()) {
            return null;
        }
        Match best = match.apply(alike.get(0));
        // Beside the word itself, one that means other things is no doubt.
        List<Leaf> others = best.sure()
                ? alike.stream().filter(leaf -> !match.apply(leaf).loose()).toList()
                : alike;
        String told = best.score() < 1
                ? best.likeness() + best.told()
                : best.told() + (best.sure() ? "" : " means other things, too");
        return new Taken(
                alike.get(0),
                is,
                best.sure() && others.size() == 1,
                told + (others.size() == 1 ? "" : "; it may be " + others(others, alike.get(0))));
    }

    private static String others(List<Leaf> leaves, Leaf chosen) {
        List<Leaf> others = leaves.stream().filter(leaf -> leaf != chosen).toList();
        return others.stream()
                        .limit(NAMED)
                        .map(leaf -> leaf.place("").substring(1))
                        .collect(Collectors.joining(", "))
                + (others.size() > NAMED ? " or " + (others.size() - NAMED) + " more" : "");
    }

    private static Leaf leaf(Taken taken) {
        return taken == null ? null : taken.leaf();
    }

    /** The same roles of leaves that stand for these, one for one. */
    Roles in(List<Leaf> these, List<Leaf> others) {
        List<Taken> moved = taken.stream()
                .map(one -> new Taken(others.get(these.indexOf(one.leaf())), one.is(), one.known(), one.why()))
                .toList();
        return new Roles(moved(moved, "subject"), moved(moved, "asOf"), moved(moved, "requestId"), moved);
    }

    private static Leaf moved(List<Taken> moved, String is) {
        return moved.stream()
                .filter(one -> one.is().equals(is))
                .map(Taken::leaf)
                .findFirst()
                .orElse(null);
    }

    /** Whether the one thing by which it is known whom it is about is that it has the question's own name for it. */
    boolean calledAsAsked() {
        return subject != null && of(subject).why().startsWith(AS_ASKED);
    }

    /** Of a document that names nobody. */
    Roles withoutSubject() {
        return new Roles(
                null,
                asOf,
                requestId,
                taken.stream().filter(one -> !one.is().equals("subject")).toList());
    }

    /**
     * Whether the leaf is nothing else than one of them: the first text, for want of a better one, may be a fact, too.
     */
    boolean takes(Leaf leaf) {
        Taken role = of(leaf);
        return role != null && !role.why().startsWith(NOBODY);
    }

    /** Null where the leaf has no role. */
    Taken of(Leaf leaf) {
        return taken.stream().filter(one -> one.leaf().equals(leaf)).findFirst().orElse(null);
    }
}
