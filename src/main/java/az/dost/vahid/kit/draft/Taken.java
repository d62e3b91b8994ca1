package az.dost.vahid.kit.draft;

/** A field that the draft took for something, as {@link Guess} has it. */
record Taken(Leaf leaf, String is, boolean known, String why) {
    Guess in(String document) {
        return new Guess(leaf.place(document), is, known, why);
    }
}
