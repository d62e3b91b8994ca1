package az.dost.vahid.start;

/**
 * A setting that a gateway cannot do without, and that is not there or cannot be right.
 *
 * @param name    of the setting
 * @param wrong   what is wrong with it, in a few words
 * @param meaning what it is for
 * @param example a value that could be right
 */
record MissingSetting(String name, String wrong, String meaning, String example) {
    /** Two lines, for a person. */
    String told() {
        return "  " + name + ": " + wrong + "\n      " + meaning + "; for example " + name + "=" + example;
    }
}
