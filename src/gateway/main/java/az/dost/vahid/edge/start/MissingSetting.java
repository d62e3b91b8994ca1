package az.dost.vahid.edge.start;

/**
 * A setting that a gateway cannot do without, and that is not there or cannot be right.
 *
 * @param name of the setting
 * @param wrong what is wrong with it, in a few words
 * @param meaning what it is for; may be empty
 * @param example a value that could be right; empty where there is none
 */
record MissingSetting(String name, String wrong, String meaning, String example) {
    /** A value that is wrong by itself, whatever it is for. */
    static MissingSetting wrong(String name, String wrong, String example) {
        return new MissingSetting(name, wrong, "", example);
    }

    /** One line, for a person. */
    String told() {
        return "  " + name + ": " + wrong + (meaning.isEmpty() ? "" : ". " + meaning)
                + (example.isEmpty() ? "" : "; for example " + name + "=" + example);
    }
}
