package az.dost.vahid.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * The one place that makes readers of JSON, YAML and comma-separated values: no depth, number, name or text without
 * end, whoever wrote it. How long the whole may be is known by whoever takes it in.
 */
public final class Json {
    private static final int MOST_DEPTH = 100;
    private static final int MOST_DIGITS = 1_000;
    private static final int LONGEST_NAME = 1_000;
    /** Characters of one text: evidence stands in JSON as base64. */
    private static final int LONGEST_TEXT = 32 << 20;

    private static final int MOST_ALIASES = 20;
    /**
     * Characters: the reader copies what is left of a long text again and again, so its time grows with their square.
     */
    private static final int MOST_YAML = 1 << 18;

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(MOST_DEPTH)
            .maxNumberLength(MOST_DIGITS)
            .maxNameLength(LONGEST_NAME)
            .maxStringLength(LONGEST_TEXT)
            .build();
    private static final JsonFactory JSON = factory(BOUNDS).build();
    private static final JsonFactory EXACT =
            factory(BOUNDS).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final StreamReadConstraints NARROW =
            BOUNDS.rebuild().maxNestingDepth(50).maxNumberLength(100).build();
    private static final JsonFactory STRICT =
            factory(NARROW).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /**
     * Names are not kept by the JVM for ever: they may be anybody's, and chosen so that its table of them becomes a
     * list.
     */
    private static JsonFactoryBuilder factory(StreamReadConstraints bounds) {
        return (JsonFactoryBuilder)
                JsonFactory.builder().streamReadConstraints(bounds).disable(JsonFactory.Feature.INTERN_FIELD_NAMES);
    }

    /**
     * Reads and writes JSON; a new one, which may be set up further, but for the features of its parser: all share
     * that.
     */
    public static ObjectMapper mapper() {
        return new ObjectMapper(JSON);
    }

    /** The same, and no key twice, nothing after the document. */
    public static ObjectMapper exact() {
        return new ObjectMapper(EXACT).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** The same for what somebody sent, with less depth and digits. */
    public static ObjectMapper strict() {
        return new ObjectMapper(STRICT).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** Reads JSON token by token. */
    public static JsonFactory factory() {
        return JSON;
    }

    /** Reads YAML of at most 262,144 characters, no key twice. */
    public static ObjectMapper yaml() {
        return yaml(MOST_YAML).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    }

    /** The same of at most so many characters; more than the default only for what nobody sent. */
    public static ObjectMapper yaml(int most) {
        return new ObjectMapper(YAMLFactory.builder()
                .loaderOptions(options(most))
                .streamReadConstraints(BOUNDS)
                .build());
    }

    /**
     * Reads YAML 1.2 with its places; null for an empty document.
     *
     * @throws YamlEngineException when it is none, or has more than 262,144 characters
     */
    public static Node compose(String text) {
        return compose(text, MOST_YAML);
    }

    /** The same of at most so many characters. The reader itself looks at its bound only when a text is over. */
    public static Node compose(String text, int most) {
        if (text.length() > most) {
            throw new YamlEngineException("it has more than " + most + " characters");
        }
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setAllowNonScalarKeys(true)
                .setMaxAliasesForCollections(MOST_ALIASES)
                .setCodePointLimit(most)
                .build();
        return new Composer(settings, new ShallowParser(settings, text, MOST_DEPTH))
                .getSingleNode()
                .orElse(null);
    }

    /**
     * Reads YAML or JSON with its places, whichever it is.
     *
     * @throws YamlEngineException when it is neither, or has more than so many characters
     */
    public static Node places(String text, int most) {
        String begun = text.stripLeading();
        // JSON has tabs between its tokens alone; this reader takes none of them before a line.
        return compose(begun.startsWith("{") || begun.startsWith("[") ? text.replace('\t', ' ') : text, most);
    }

    /**
     * What a text says by YAML 1.2 (core schema): {@code no}, {@code on} and days are text, {@code 012} is twelve. Of a
     * name that stands twice the last one counts.
     *
     * @throws YamlEngineException when it is no YAML, has more than so many characters, or contains itself
     */
    public static JsonNode core(String text, int most) {
        return CoreYaml.of(compose(text, most));
    }

    private static LoaderOptions options(int most) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(MOST_DEPTH);
        options.setCodePointLimit(most);
        return options;
    }

    /** What each value of an array or an object becomes; empty where it is neither. It cannot be changed. */
    public static <T> List<T> list(JsonNode values, Function<JsonNode, T> each) {
        return values.valueStream().map(each).toList();
    }

    /** Comma-separated values, or of another delimiter. */
    public static CsvMapper csv() {
        return new CsvMapper(CsvFactory.builder().streamReadConstraints(BOUNDS).build());
    }

    private Json() {}
}
