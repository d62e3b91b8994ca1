package az.dost.vahid.bench;

/**
 * What was promised and what came of it.
 *
 * @param noise by which the figure swings from round to round
 * @param limit NaN where nothing was promised
 * @param most whether the limit is the most allowed, else the least
 */
record Target(String name, double figure, double noise, double limit, boolean most) {
    /** A figure to be told, without a promise. */
    static Target told(String name, Figures.Ratio ratio) {
        return new Target(name, ratio.median(), ratio.noise(), Double.NaN, true);
    }

    /** @param why it was not */
    static Target notMeasured(String name, String why) {
        return new Target(name + ": not measured, " + why, Double.NaN, 0, Double.NaN, true);
    }

    static Target most(String name, Figures.Ratio ratio, double limit) {
        return new Target(name, ratio.median(), ratio.noise(), limit, true);
    }

    static Target least(String name, Figures.Ratio ratio, double limit) {
        return new Target(name, ratio.median(), ratio.noise(), limit, false);
    }

    /** Missed by more than the noise; a figure that could not be measured is missed. */
    boolean missed() {
        return promised() && (Double.isNaN(figure) || beyond(noise));
    }

    private boolean beyond(double swing) {
        return most ? figure - swing > limit : figure + swing < limit;
    }

    /** In a word; empty where nothing was promised. */
    String verdict() {
        if (!promised()) {
            return "";
        }
        return missed() ? "missed" : beyond(0) ? "within the noise" : "met";
    }

    boolean promised() {
        return !Double.isNaN(limit);
    }

    @Override
    public String toString() {
        return String.format("%-16s %-76s %8.2f (+-%.2f)", verdict(), name, figure, noise)
                + (promised() ? String.format("  %s %.2f", most ? "at most" : "at least", limit) : "");
    }
}
