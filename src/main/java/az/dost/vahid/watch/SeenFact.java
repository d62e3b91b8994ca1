package az.dost.vahid.watch;

/**
 * One citizen's value of a fact in a standing file.
 *
 * @param value  JSON in the database's canonical form; personal data
 * @param person keyed hash
 * @param digest keyed hash of person and value
 */
record SeenFact(String fin, String value, String person, String digest) {
    @Override
    public String toString() {
        return "Seen fact";
    }
}
