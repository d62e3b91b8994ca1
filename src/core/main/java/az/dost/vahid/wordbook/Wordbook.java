package az.dost.vahid.wordbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The words of {@code contracts/words}: of each kind, which is the name of a file, by key. A key is the path to the
 * word with dots: {@code benefits.kind.OLD_AGE_PENSION} of {@code facts}, {@code dossier.completeness.PARTIAL} of
 * {@code values}, {@code NOT_GRANTED} and {@code NOT_GRANTED.whatToDo} of {@code problems}. Immutable, and nothing is
 * read after it was made.
 */
public final class Wordbook {
    private final Map<String, Map<String, Word>> kinds;

    /**
     * @param files each is a kind
     * @throws IllegalStateException when one is not as {@code contracts/words.schema.json} says; names the file and the
     *     key
     * @throws UncheckedIOException when one cannot be read
     */
    public Wordbook(Resource... files) {
        WordReader reader = new WordReader();
        List.of(files).forEach(reader::read);
        kinds = reader.words();
    }

    /** With every file of the jar. */
    public static Wordbook builtIn() {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath:contracts/words/*.yaml");
            Arrays.sort(files, (one, other) -> one.getFilename().compareTo(other.getFilename()));
            return new Wordbook(files);
        } catch (IOException e) {
            throw new UncheckedIOException("The words cannot be listed", e);
        }
    }

    /**
     * Empty for a code that this version has no word for, such as one of a newer gateway: the code itself is all there
     * is to show.
     */
    public Optional<String> find(String kind, String key, Language language) {
        return Optional.ofNullable(of(kind).get(key)).map(word -> word.in(language));
    }

    /** Names of the kinds, in their order. */
    public Set<String> kinds() {
        return kinds.keySet();
    }

    /** All words of a kind, in the order of its file; empty when there is no such kind. */
    public Map<String, Word> of(String kind) {
        return kinds.getOrDefault(kind, Collections.emptyMap());
    }
}
