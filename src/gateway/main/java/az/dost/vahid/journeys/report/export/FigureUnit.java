package az.dost.vahid.journeys.report.export;

/** What a figure is in, seen by its name. */
final class FigureUnit {
    static String of(String figure) {
        return figure.endsWith("_SHARE")
                ? "share"
                : figure.endsWith("_SECONDS")
                        ? "seconds"
                        : figure.equals("HOURS")
                                ? "hours"
                                : figure.endsWith("_DAYS")
                                        ? "days"
                                        : figure.endsWith("_DURATION") ? "days or hours" : "count";
    }

    /** How many digits it has after the point. */
    static int decimals(String figure) {
        return switch (of(figure)) {
            case "share" -> 4;
            case "count" -> 0;
            default -> 1;
        };
    }

    private FigureUnit() {}
}
