package az.dost.vahid.pages.words;

import az.dost.vahid.json.Json;
import az.dost.vahid.wordbook.Language;
import az.dost.vahid.wordbook.Word;
import az.dost.vahid.wordbook.Wordbook;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the contracts call things, read once: words, titles of services and names of agencies. */
public final class Names {
    private final Wordbook words;
    private final Map<String, Word> agencies;
    private final Map<String, NamedService> services;
    private final Map<String, Word> papers;
    private final Map<String, Word> rights;
    private final Function<String, Optional<Word>> joined;
    private final Map<Language, Wording> wordings = new LinkedHashMap<>();

    private Names(
            Wordbook words,
            Map<String, Word> agencies,
            Map<String, NamedService> services,
            Map<String, Word> papers,
            Map<String, Word> rights,
            Function<String, Optional<Word>> joined) {
        this.words = words;
        this.agencies = agencies;
        this.services = services;
        this.papers = papers;
        this.rights = rights;
        this.joined = joined;
        for (Language language : Language.values()) {
            wordings.put(language, new Wording(this, language));
        }
    }

    /** Those of the jar. */
    static Names builtIn() {
        return builtIn(id -> Optional.empty());
    }

    /** @param joined names of agencies that the jar does not know, by their ids */
    static Names builtIn(Function<String, Optional<Word>> joined) {
        Map<String, Word> agencies = new TreeMap<>();
        each(
                "classpath:connectors/*/connector.yaml",
                file -> agencies.put(file.path("id").asText(), word(file.path("authority"))));
        Map<String, NamedService> services = new TreeMap<>();
        Map<String, Word> papers = new TreeMap<>();
        each("classpath:contracts/services/*.yaml", file -> {
            if (file.has("code")) {
                services.put(
                        file.path("code").asText(),
                        new NamedService(
                                file.path("code").asText(), file.path("family").asText(), word(file.path("title"))));
            }
            file.path("documents").forEach(paper -> papers.put(paper.path("id").asText(), word(paper.path("title"))));
        });
        Map<String, Word> rights = new TreeMap<>();
        each(
                "classpath:contracts/rights/*.yaml",
                file -> rights.put(file.path("right").asText(), word(file.path("title"))));
        return new Names(Wordbook.builtIn(), agencies, services, papers, rights, joined);
    }

    private static void each(String files, java.util.function.Consumer<JsonNode> reader) {
        ObjectMapper yaml = Json.yaml();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(files)) {
                try (var in = file.getInputStream()) {
                    reader.accept(yaml.readTree(in));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(files + " cannot be read", e);
        }
    }

    private static Word word(JsonNode node) {
        return new Word(node.path("az").asText(), node.path("en").asText());
    }

    public Wording in(Language language) {
        return wordings.get(language);
    }

    public Collection<NamedService> services() {
        return services.values();
    }

    Wordbook words() {
        return words;
    }

    /** Ids of all that this jar knows. */
    Collection<String> agencies() {
        return agencies.keySet();
    }

    /** An id that nobody has a name for stands for itself. */
    Word agency(String id) {
        Word known = agencies.get(id);
        return known != null ? known : joined.apply(id).orElseGet(() -> new Word(id, id));
    }

    /** An id that no passport of this jar has stands for itself. */
    Word paper(String id) {
        return papers.getOrDefault(id, new Word(id, id));
    }

    /** A code that this jar has no right of stands for itself. */
    Word right(String code) {
        return rights.getOrDefault(code, new Word(code, code));
    }

    /** A code that this jar has no passport of stands for itself. */
    Word service(String code) {
        NamedService service = services.get(code);
        return service == null ? new Word(code, code) : service.title();
    }
}
