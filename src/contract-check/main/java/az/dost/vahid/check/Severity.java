package az.dost.vahid.check;

import java.util.Locale;

/** An error keeps a connector from being used; a warning is for a person to weigh. */
public enum Severity {
    ERROR,
    WARNING;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
