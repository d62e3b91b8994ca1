package az.dost.vahid.journeys.report.export;

import java.util.Optional;
import java.util.stream.Stream;

/** A form in which a report is given out. */
public enum ExportForm {
    JSON("application/json"),
    CSV("text/csv"),
    JSON_STAT("application/vnd.json-stat+json");

    private final String type;

    ExportForm(String type) {
        this.type = type;
    }

    /** Media type. */
    public String type() {
        return type;
    }

    /** @param name null for JSON; empty for a form that there is not */
    public static Optional<ExportForm> of(String name) {
        return name == null
                ? Optional.of(JSON)
                : Stream.of(values()).filter(form -> form.name().equals(name)).findFirst();
    }
}
