package az.dost.vahid.kit.diff;

import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.FieldUse;
import az.dost.vahid.check.Sample;
import az.dost.vahid.normalise.MappingException;
import az.dost.vahid.signature.key.ProofException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which fields of a reply a connector reads: those whose value changes what its mapping gives for a sample, and those
 * that no sample shows but the mapping or the descriptor names. Where a name is that of one field only, naming it is
 * reading it: a sample may not reach the place.
 */
final class ReadFields {
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$");
    private final FieldUse use;
    private final String mapping;
    private final String descriptor;
    private final Collection<String> known;
    private final Function<String, Optional<String>> describing;

    private boolean shown;

    /**
     * @param known all fields of the contract
     * @param describing the one of them that describes a place of a reply
     */
    ReadFields(CheckedFolder folder, Collection<String> known, Function<String, Optional<String>> describing) {
        this.use = new FieldUse(folder.bounded());
        this.mapping = COMMENT.matcher(
                        folder.text(folder.path().resolve(folder.connector().mapping())))
                .replaceAll("");
        this.descriptor = rules(folder);
        this.known = known;
        this.describing = describing;
        for (Sample sample : folder.samples()) {
            try {
                if (sample.hasExpected() && !sample.inputs().isEmpty()) {
                    use.look(folder.tree(sample));
                    shown = true;
                }
            } catch (MappingException | ProofException | IllegalArgumentException | IllegalStateException e) {
                // connector check tells what is wrong with a sample.
            }
        }
    }

    /** A paging rule and a trailer name fields, too. */
    private static String rules(CheckedFolder folder) {
        var content = folder.reading().definition().content();
        return content.at("/call/paging").toString() + content.at("/drop/trailer") + content.at("/call/graphql");
    }

    /** @param field path without marks of repetition */
    boolean read(String field) {
        if (uses(field)) {
            return true;
        }
        String name = name(field);
        boolean named = Pattern.compile("\\.\\s*(?:\"" + Pattern.quote(name) + "\"|" + Pattern.quote(name)
                                + "(?![\\w-]))|\"" + Pattern.quote(name) + "\"\\s*\\)")
                        .matcher(mapping)
                        .find()
                || Pattern.compile("[\"/.]" + Pattern.quote(name) + "(?![\\w-])")
                        .matcher(descriptor)
                        .find();
        return named
                && (!saw(field)
                        || known.stream()
                                        .filter(other -> name(other).equals(name))
                                        .count()
                                < 2);
    }

    private boolean uses(String field) {
        return described(use.used()).contains(field);
    }

    private boolean saw(String field) {
        return described(use.seen()).contains(field);
    }

    private Set<String> described(Collection<String> places) {
        return places.stream().map(describing).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    /** Whether any sample shows what the mapping reads. */
    boolean shown() {
        return shown;
    }

    /** What the mapping reads of samples and the contract does not describe. */
    Set<String> undescribed() {
        return use.used().stream()
                .filter(place -> describing.apply(place).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** That of the element where the value is its text. */
    private static String name(String field) {
        String path = field.endsWith("/#text") ? field.substring(0, field.length() - "/#text".length()) : field;
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
