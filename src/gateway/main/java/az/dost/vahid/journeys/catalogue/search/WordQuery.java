package az.dost.vahid.journeys.catalogue.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What fits one word, and how well: a title before another word for it, and both before what else is told of a service;
 * the word as it is before one with another ending, and that before one that only begins so. Where nothing fits, the
 * word may be misspelt, or have an ending that nobody knows.
 */
final class WordQuery {
    private static final float SAME = 100;
    /** Of a form or stem as long as the word; one of half its length comes to half of what lies between the two. */
    private static final float LONGEST_STEM = 90;

    private static final float SHORTEST_STEM = 60;
    private static final float BEGINS_SO = 65;
    private static final float ONE_TYPO = 40;
    private static final float STEM_BEGINS_SO = 35;
    private static final float TWO_TYPOS = 30;
    private static final float UNKNOWN_ENDING = 30;
    private static final int SHORTEST_BEGINNING = 3;
    private static final int LETTERS_OF_STEM = 4;
    /** Letters of a word that may have one typo, and of one that may have two. */
    private static final int LETTERS_FOR_TYPO = 4;

    private static final int LETTERS_FOR_TWO = 8;
    /** What looks like a longer word costs much to know; no title has one. */
    private static final int LONGEST_WITH_TYPO = 24;

    private static final int MOST_FORMS_WITH_TYPO = 8;

    private static final int MOST_EXPANSIONS = 50;

    /** What is told of a service, and in which fields of the index it stands. */
    enum Part {
        TITLE(1),
        ALSO(0.85f),
        MORE(0.4f);

        private final float weight;

        Part(float weight) {
            this.weight = weight;
        }

        /** Of either language, as they are. */
        String words() {
            return name();
        }

        /** Of Azerbaijani. */
        String forms() {
            return name() + ".az";
        }

        /** Of English. */
        String stems() {
            return name() + ".en";
        }
    }

    /** @param word folded */
    static Query written(String word) {
        List<Query> fitting = new ArrayList<>();
        for (Part part : Part.values()) {
            fitting.add(term(part.words(), word, SAME * part.weight));
            for (String stem : SearchTerms.stems(word)) {
                fitting.add(term(part.stems(), stem, stemWeight(stem, word) * part.weight));
            }
            for (String form : AzerbaijaniForms.of(word)) {
                fitting.add(term(part.forms(), form, stemWeight(form, word) * part.weight));
            }
            if (word.length() >= SHORTEST_BEGINNING) {
                fitting.add(beginning(part.words(), word, BEGINS_SO * part.weight));
                fitting.add(beginning(part.forms(), word, BEGINS_SO * part.weight));
            }
        }
        return new DisjunctionMaxQuery(fitting, 0);
    }

    private static float stemWeight(String stem, String word) {
        return SHORTEST_STEM + (LONGEST_STEM - SHORTEST_STEM) * share(stem, word);
    }

    private static float share(String stem, String word) {
        return (float) stem.length() / word.length();
    }

    /** @param word folded */
    static Query misspelt(String word) {
        List<Query> fitting = new ArrayList<>();
        for (Part part : Part.values()) {
            for (int length = LETTERS_OF_STEM; length < word.length(); length++) {
                String stem = word.substring(0, length);
                float weight = UNKNOWN_ENDING * share(stem, word) * part.weight;
                fitting.add(term(part.forms(), stem, weight));
                fitting.add(term(part.words(), stem, weight));
            }
            alike(part.words(), word, part.weight, fitting);
            if (word.length() >= LETTERS_FOR_TWO && word.length() <= LONGEST_WITH_TYPO) {
                fitting.add(typos(part.words(), word, 2, TWO_TYPOS * part.weight));
            }
            AzerbaijaniForms.of(word).stream().limit(MOST_FORMS_WITH_TYPO).forEach(form -> {
                float weight = share(form, word) * part.weight;
                alike(part.forms(), form, weight, fitting);
                if (form.length() >= LETTERS_OF_STEM) {
                    fitting.add(beginning(part.forms(), form, STEM_BEGINS_SO * weight));
                }
            });
        }
        return new DisjunctionMaxQuery(fitting, 0);
    }

    private static void alike(String field, String word, float weight, List<Query> fitting) {
        if (word.length() >= LETTERS_FOR_TYPO && word.length() <= LONGEST_WITH_TYPO) {
            fitting.add(typos(field, word, 1, ONE_TYPO * weight));
        }
    }

    private static Query typos(String field, String word, int most, float weight) {
        return weighed(
                new FuzzyQuery(
                        new Term(field, word),
                        most,
                        0,
                        MOST_EXPANSIONS,
                        true,
                        MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE),
                weight);
    }

    private static Query term(String field, String term, float weight) {
        return weighed(new TermQuery(new Term(field, term)), weight);
    }

    private static Query beginning(String field, String beginning, float weight) {
        return weighed(new PrefixQuery(new Term(field, beginning)), weight);
    }

    private static Query weighed(Query query, float weight) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }

    private WordQuery() {}
}
