package az.dost.vahid.journeys.catalogue.search;

import az.dost.vahid.definition.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * The services of one moment, in memory. Immutable.
 *
 * <p>Each word that was typed is looked for by itself: {@link WordQuery} says what fits it, and how well. A word weighs
 * the more, the fewer services it fits. Services that come to much less than the best one are left out.
 */
public final class ServiceIndex {
    /** Of one text; more of them cost time and find nothing more. */
    private static final int MOST_WORDS = 12;
    /** Of what the best service comes to; below it are services that lack one of two or three words. */
    private static final float LEAST_SHARE = 0.7f;

    /** Letters of a word that has near ones: any two shorter words are near. */
    private static final int SHORTEST_NEAR = 3;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private final Synonyms synonyms;
    /** In the order of Lucene's numbers. */
    private final List<SearchableService> services;

    private final IndexSearcher searcher;
    /** As it is written, by its folded letters: each word that a service is called by. */
    private final Map<String, FoundServices.NearWord> written = new HashMap<>();

    public ServiceIndex(Collection<SearchableService> services, Synonyms synonyms) {
        this.services = List.copyOf(services);
        this.synonyms = synonyms;
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
                for (SearchableService service : this.services) {
                    writer.addDocument(document(service));
                }
                // One segment, so that numbers are those of the list.
                writer.forceMerge(1);
            }
            this.searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document document(SearchableService service) {
        Document document = new Document();
        Synonyms.Also also = synonyms.of(service);
        add(document, WordQuery.Part.TITLE, service.az(), service.en());
        service.names().forEach(name -> add(document, WordQuery.Part.TITLE.words(), SearchTerms.words(name)));
        add(document, WordQuery.Part.ALSO, also.az(), also.en());
        add(document, WordQuery.Part.MORE, service.moreAz(), service.moreEn());
        keep(also.az(), "az");
        keep(also.en(), "en");
        keep(service.az(), "az");
        keep(service.en(), "en");
        return document;
    }

    private static void add(Document document, WordQuery.Part part, List<String> az, List<String> en) {
        az.forEach(text -> {
            add(document, part.words(), SearchTerms.words(text));
            add(document, part.forms(), SearchTerms.forms(text));
        });
        en.forEach(text -> {
            add(document, part.words(), SearchTerms.words(text));
            add(document, part.stems(), SearchTerms.stems(text));
        });
    }

    private static void add(Document document, String field, Collection<String> terms) {
        terms.forEach(term -> document.add(new StringField(field, term, Field.Store.NO)));
    }

    private void keep(List<String> texts, String language) {
        for (String text : texts) {
            for (String word : NO_LETTERS.split(text.toLowerCase(Locale.forLanguageTag(language)))) {
                SearchTerms.words(word)
                        .forEach(folded -> written.putIfAbsent(folded, new FoundServices.NearWord(word, language)));
            }
        }
    }

    /** @param text as it was typed, of bounded length. Nothing that it may hold is a fault */
    public FoundServices find(String text) {
        Set<String> words = words(text);
        Map<Integer, Float> scores = new HashMap<>();
        for (String word : words) {
            Map<Integer, Float> fitting = fitting(word);
            float weight = (float) Math.log(1 + (double) services.size() / Math.max(1, fitting.size()));
            fitting.forEach((service, score) -> scores.merge(service, weight * score, Float::sum));
        }
        double least = LEAST_SHARE
                * scores.values().stream().mapToDouble(Float::doubleValue).max().orElse(0);
        List<String> codes = scores.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .sorted(Map.Entry.<Integer, Float>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> length(entry.getKey()))
                        .thenComparing(entry -> services.get(entry.getKey()).code()))
                .map(entry -> services.get(entry.getKey()).code())
                .toList();
        return new FoundServices(codes, codes.isEmpty() ? near(words) : List.of());
    }

    /** Those that say something; all of them where none does. */
    private Set<String> words(String text) {
        Set<String> all = new LinkedHashSet<>();
        SearchTerms.words(text).stream().limit(MOST_WORDS).forEach(all::add);
        Set<String> telling = new LinkedHashSet<>(all);
        telling.removeIf(synonyms::leavesOut);
        return telling.isEmpty() ? all : telling;
    }

    /** By number of the service, how well the word fits it. */
    private Map<Integer, Float> fitting(String word) {
        try {
            Map<Integer, Float> fitting = hits(WordQuery.written(word));
            return fitting.isEmpty() ? hits(WordQuery.misspelt(word)) : fitting;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Integer, Float> hits(Query query) throws IOException {
        Map<Integer, Float> hits = new LinkedHashMap<>();
        for (ScoreDoc hit : searcher.search(query, Math.max(1, services.size())).scoreDocs) {
            hits.put(hit.doc, hit.score);
        }
        return hits;
    }

    /** Of two that fit alike, the one that is called by fewer words is more likely meant. */
    private int length(int service) {
        List<String> az = services.get(service).az();
        return SearchTerms.words((az.isEmpty() ? services.get(service).en() : az).get(0))
                .size();
    }

    private List<FoundServices.NearWord> near(Set<String> words) {
        Set<FoundServices.NearWord> near = new LinkedHashSet<>();
        for (String word : words) {
            String nearest = word.length() < SHORTEST_NEAR ? null : Nearest.of(word, written.keySet());
            if (nearest != null) {
                near.add(written.get(nearest));
            }
        }
        return List.copyOf(near);
    }
}
