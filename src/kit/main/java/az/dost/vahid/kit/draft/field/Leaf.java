package az.dost.vahid.kit.draft.field;

import az.dost.vahid.check.fact.Match;
import az.dost.vahid.check.fact.Words;
import az.dost.vahid.json.Literal;
import az.dost.vahid.logging.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A field with a value, and the groups in which it stands, the outermost first (without the document itself). */
public record Leaf(List<Field> path) {
    private static final double CLEARLY = 0.8;

    public static List<Leaf> of(Field document) {
        List<Leaf> leaves = new ArrayList<>();
        document.children().forEach(child -> collect(child, List.of(), leaves));
        return leaves;
    }

    private static void collect(Field field, List<Field> within, List<Leaf> leaves) {
        List<Field> path = new ArrayList<>(within);
        path.add(field);
        if (field.kind() != Kind.GROUP) {
            leaves.add(new Leaf(path));
        }
        field.children().forEach(child -> collect(child, path, leaves));
    }

    public Field field() {
        return path.get(path.size() - 1);
    }

    /** The name that says most: that of the element where the value is its text. */
    public String name() {
        return field().name().equals("#text") && path.size() > 1
                ? path.get(path.size() - 2).name()
                : field().name();
    }

    /** The groups down to the innermost one that repeats; empty when none does. */
    public List<Field> container() {
        for (int i = path.size(); i > 0; i--) {
            if (path.get(i - 1).repeated()) {
                return path.subList(0, i);
            }
        }
        return List.of();
    }

    public long repetitions() {
        return path.stream().filter(Field::repeated).count();
    }

    /** The JSLT expression of it from its container. */
    public String access() {
        List<Field> rest = path.subList(container().size(), path.size());
        return rest.isEmpty() ? "." : access(rest);
    }

    public static String access(List<Field> path) {
        StringBuilder access = new StringBuilder();
        for (Field field : path) {
            if (field.isItself()) {
                continue;
            }
            access.append('.')
                    .append(
                            field.name().matches("[a-zA-Z_][a-zA-Z0-9_]*")
                                            && !field.name()
                                                    .matches("if|else|let|for|def|and|or|not|import|as|null|true|false")
                                    ? field.name()
                                    : Literal.of(field.name()));
        }
        return access.isEmpty() ? "." : access.toString();
    }

    /** What its name is, alone or behind that of its group. */
    public Match match(Function<String, Match> words) {
        Match own = words.apply(name());
        if (path.size() < 2) {
            return described(own, words);
        }
        Match within = words.apply((path.get(path.size() - 2).name() + " " + name()).strip());
        return described(
                within.score() > own.score() || within.score() == own.score() && within.sure() ? within : own, words);
    }

    /** Where the name says nothing, the contract's few words may: they propose, and prove nothing. */
    private Match described(Match named, Function<String, Match> words) {
        if (named.score() > 0 || field().said() == null) {
            return named;
        }
        Match said = words.apply(field().said());
        return said.score() < CLEARLY || said.loose() ? named : said.ofDescription();
    }

    /** The word by which a group on the way to it is about somebody beside the citizen. */
    public Optional<Match> other(Words words) {
        return path.subList(0, path.size() - 1).stream()
                .flatMap(group -> words.other(group.name()).stream())
                .findFirst();
    }

    /** The way to it in a document: names behind slashes (escaped as in RFC 6901), {@code []} behind what repeats. */
    public String place(String document) {
        StringBuilder place = new StringBuilder(document);
        path.forEach(field -> place.append('/')
                .append(field.name().replace("~", "~0").replace("/", "~1"))
                .append(field.repeated() ? "[]" : ""));
        return place.toString();
    }

    /** For people: the path with {@code []} where it repeats; nothing in it ends a line. */
    public String shown() {
        StringBuilder shown = new StringBuilder();
        path.forEach(field -> shown.append('.').append(field.name()).append(field.repeated() ? "[]" : ""));
        return PlainText.of(shown.toString());
    }
}
