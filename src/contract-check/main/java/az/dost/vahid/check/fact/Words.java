package az.dost.vahid.check.fact;

import az.dost.vahid.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * How registers call things, in many languages, and how alike a name of theirs is to one of ours. Not for several
 * threads.
 */
public final class Words {
    private static final String OURS = "Vahid";
    private static final double ALIKE = 1;
    private static final double CONTAINED = 0.7;
    private static final double NEARLY = 0.95;
    private static final double PART = 0.5;
    private static final int TELLING = 4;
    /** A shorter word is one only by itself. */
    private static final int SHORTEST = 3;
    /** A longer name says nothing. */
    private static final int LONGEST = 200;

    private static final List<RegisterLanguage> LANGUAGES = languages();
    /** What every language has a short word for, by each of its words. */
    private static final Map<String, String> SAME = same();
    /** Of all languages, read once: it takes as long as all else that a short command does. */
    private static final Index OF_LANGUAGES = ofLanguages();

    private final Index index;
    private final Map<String, Map<String, Match>> found = new HashMap<>();

    /** One spelling of one word. */
    private record Entry(String key, Name name, boolean loose, String word, String from) {}

    /** Entries by their whole name, and by each word of it. */
    private record Index(Map<String, List<Entry>> byJoined, Map<String, List<Entry>> byWord) {
        Index() {
            this(new HashMap<>(), new HashMap<>());
        }

        /** To be added to without a change of this one. */
        Index copy() {
            Index copy = new Index();
            byJoined.forEach((joined, entries) -> copy.byJoined.put(joined, new ArrayList<>(entries)));
            byWord.forEach((word, entries) -> copy.byWord.put(word, new ArrayList<>(entries)));
            return copy;
        }

        void add(Entry entry) {
            String joined = entry.name.joined();
            if (joined.isEmpty() || joined(joined).contains(entry)) {
                return;
            }
            byJoined.computeIfAbsent(joined, any -> new ArrayList<>()).add(entry);
            entry.name.words().stream()
                    .distinct()
                    .forEach(word -> byWord.computeIfAbsent(word, any -> new ArrayList<>())
                            .add(entry));
        }

        List<Entry> joined(String joined) {
            return byJoined.getOrDefault(joined, List.of());
        }

        List<Entry> with(String word) {
            return byWord.getOrDefault(word, List.of());
        }
    }

    /** With the canonical facts of {@code contracts/dossier.schema.json}. */
    public Words() {
        this(new FactSchemas(new ClassPathResource("contracts/dossier.schema.json")));
    }

    /** @param facts whose names and fields' names are words, too */
    public Words(FactSchemas facts) {
        index = OF_LANGUAGES.copy();
        for (String fact : facts.names()) {
            own("fact " + fact, fact);
            for (FactField field : facts.shape(fact).fields()) {
                own("field " + field.name(), field.name());
                own("field " + fact + "." + field.name(), fact + " " + field.name());
            }
        }
        own("subject", "fin");
        own("asOf", "asOf");
        own("requestId", "requestId");
    }

    private static Map<String, String> same() {
        Map<String, String> same = new HashMap<>();
        LANGUAGES.forEach(language -> same.putAll(language.same()));
        return same;
    }

    private static Index ofLanguages() {
        Index index = new Index();
        for (RegisterLanguage language : LANGUAGES) {
            language.words((key, word) -> {
                boolean loose = word.endsWith("~");
                String bare = loose ? word.substring(0, word.length() - 1) : word;
                language.spellings(bare)
                        .forEach(spelling ->
                                index.add(new Entry(key, Name.of(spelling, SAME), loose, bare, language.name())));
            });
        }
        return index;
    }

    private static List<RegisterLanguage> languages() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:kit/words/*.yaml");
            Arrays.sort(files, Comparator.comparing(Resource::getFilename));
            List<RegisterLanguage> languages = new ArrayList<>();
            for (Resource file : files) {
                try (var in = file.getInputStream()) {
                    languages.add(new RegisterLanguage(Json.yaml().readTree(in)));
                }
            }
            return languages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the languages, by name. */
    static List<RegisterLanguage> all() {
        return LANGUAGES;
    }

    /** A name of our own is a word, too, unless a language has it as one of many meanings. */
    private void own(String key, String canonical) {
        Name name = Name.of(canonical, SAME);
        if (index.joined(name.joined()).stream().noneMatch(entry -> entry.key.equals(key))) {
            index.add(new Entry(key, name, false, canonical, OURS));
        }
    }

    /** Whether a name is one for a personal number. */
    public Match subject(String name) {
        return match(name, "subject");
    }

    public Match asOf(String name) {
        return match(name, "asOf");
    }

    public Match requestId(String name) {
        return match(name, "requestId");
    }

    /** Whether a name is one of what the asking system shows of itself, such as its user's name and password. */
    public Match login(String name) {
        return match(name, "login");
    }

    public Match fact(String name, String fact) {
        return match(name, "fact " + fact);
    }

    /** Words of the one fact's field, and of fields that are called so in any. */
    public Match field(String name, String fact, String field) {
        Match own = match(name, "field " + fact + "." + field);
        Match any = match(name, "field " + field);
        return any.better(own) ? any : own;
    }

    /** Whether an operation of such a name reads; null where its name does not tell. The first telling word counts. */
    public Effect effect(String operation) {
        if (operation.length() > LONGEST) {
            return null;
        }
        for (String word : Name.of(operation, SAME).words()) {
            for (Entry entry : index.joined(word)) {
                if (entry.key.equals("reads") || entry.key.equals("changes")) {
                    return new Effect(
                            entry.key.equals("changes"), new Match(1, true, entry.loose, entry.word, entry.from));
                }
            }
        }
        return null;
    }

    /**
     * The word of a group's name by which it is about somebody beside the citizen, such as an official who asks, or a
     * spouse.
     */
    public Optional<Match> other(String group) {
        if (group.length() > LONGEST) {
            return Optional.empty();
        }
        Name theirs = Name.of(group, SAME);
        return Stream.concat(Stream.of(theirs.joined()), theirs.words().stream())
                .flatMap(word -> index.joined(word).stream())
                .filter(entry -> entry.key.equals("others"))
                .findFirst()
                .map(entry -> new Match(1, true, entry.loose, entry.word, entry.from));
    }

    /** What an operation does, by a word of its name. */
    public record Effect(boolean changes, Match by) {}

    private Match match(String name, String key) {
        return found.computeIfAbsent(name, this::matches).getOrDefault(key, Match.NONE);
    }

    private Map<String, Match> matches(String name) {
        Map<String, Match> matches = new HashMap<>();
        if (name.length() <= LONGEST) {
            Name theirs = Name.of(name, SAME);
            for (Entry ours : candidates(theirs)) {
                Match match = new Match(
                        alike(theirs, ours.name),
                        !ours.loose && theirs.joined().equals(ours.name.joined()),
                        ours.loose,
                        ours.word,
                        ours.from);
                if (match.score() > 0) {
                    matches.merge(
                            ours.key,
                            match,
                            (before, now) -> now.better(before)
                                    ? now
                                    : before.word().equals(now.word())
                                                    && before.score() == now.score()
                                                    && before.sure() == now.sure()
                                            ? before.also(now)
                                            : before);
                }
            }
        }
        return matches;
    }

    /** All that share a word with the name, or are its beginning or its end. */
    private Set<Entry> candidates(Name theirs) {
        Set<Entry> candidates = new LinkedHashSet<>(index.joined(theirs.joined()));
        theirs.words().forEach(word -> candidates.addAll(index.with(word)));
        for (int length = TELLING; length < theirs.joined().length(); length++) {
            candidates.addAll(index.joined(theirs.joined().substring(0, length)));
            candidates.addAll(
                    index.joined(theirs.joined().substring(theirs.joined().length() - length)));
        }
        return candidates;
    }

    private static double alike(Name theirs, Name ours) {
        if (theirs.joined().equals(ours.joined())) {
            return ALIKE;
        }
        if (ours.joined().length() >= SHORTEST && theirs.has(ours)) {
            return Math.max(
                    PART,
                    Math.min(
                            NEARLY,
                            CONTAINED * ours.joined().length() / theirs.joined().length() + 0.3));
        }
        if (theirs.words().size() > 1 && ours.has(theirs)) {
            return CONTAINED;
        }
        boolean part = ours.joined().length() >= TELLING
                && (theirs.joined().startsWith(ours.joined()) || theirs.joined().endsWith(ours.joined()));
        return part ? PART : 0;
    }
}
