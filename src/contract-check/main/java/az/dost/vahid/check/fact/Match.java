package az.dost.vahid.check.fact;

/**
 * How a name of an agency's is one of ours.
 *
 * @param score from 0 (not alike) to 1 (the same word)
 * @param sure whether the word means this and nothing else, and is the whole name
 * @param loose whether the word means other things, too
 * @param word the word that it is like, as the kit's list has it; empty for none
 * @param from the language of the word, or some of those that have it; empty for none
 */
public record Match(double score, boolean sure, boolean loose, String word, String from) {
    /** Below what a name has that is nearly the word. */
    private static final double OF_DESCRIPTION = 0.649;

    static final Match NONE = new Match(0, false, true, "", "");

    /** For people: the word and where it comes from. */
    public String told() {
        return "'" + word + "' (" + from + ")";
    }

    /** The same match, of a description of the name's and not of the name: no proof. */
    public Match ofDescription() {
        return new Match(OF_DESCRIPTION, false, loose, word, from);
    }

    /** How the name is alike, as the beginning of a sentence that {@link #told()} ends. */
    public String likeness() {
        return score == OF_DESCRIPTION ? "its description is like " : "its name is like ";
    }

    boolean better(Match other) {
        return score != other.score ? score > other.score : sure && !other.sure;
    }

    /** The same match by the same word of another language. */
    Match also(Match other) {
        return from.contains(other.from) || from.split(", ").length > 2
                ? this
                : new Match(score, sure, loose, word, from + ", " + other.from);
    }
}
