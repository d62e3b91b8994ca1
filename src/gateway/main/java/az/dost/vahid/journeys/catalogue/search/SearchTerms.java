package az.dost.vahid.journeys.catalogue.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** How a text becomes what is compared, with letters folded ({@link FoldedLetters}). */
final class SearchTerms {
    private static final Analyzer WORDS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words, new EnglishPossessiveFilter(words));
        }
    };
    private static final Analyzer STEMS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words, new PorterStemFilter(new EnglishPossessiveFilter(words)));
        }
    };

    /** The words of a text, in their order. */
    static List<String> words(String text) {
        return terms(WORDS, text);
    }

    /** The stems of a text that is English, in the order of its words. */
    static List<String> stems(String text) {
        return terms(STEMS, text);
    }

    /** The words of a text that is Azerbaijani, and all that may be left of each without its endings. */
    static Set<String> forms(String text) {
        Set<String> forms = new LinkedHashSet<>();
        words(text).forEach(word -> forms.addAll(AzerbaijaniForms.of(word)));
        return forms;
    }

    private static List<String> terms(Analyzer analyzer, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", FoldedLetters.of(text))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    private SearchTerms() {}
}
