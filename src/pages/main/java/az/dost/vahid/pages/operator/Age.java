package az.dost.vahid.pages.operator;

import com.fasterxml.jackson.databind.JsonNode;

/** How long something is. @param key of the message that says so of the number */
record Age(String key, long number) {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /** In the unit of which there are two at least. */
    static Age of(long seconds) {
        if (seconds < 2 * MINUTE) {
            return new Age("operator.age.seconds", seconds);
        }
        if (seconds < 2 * HOUR) {
            return new Age("operator.age.minutes", seconds / MINUTE);
        }
        return seconds < 2 * DAY
                ? new Age("operator.age.hours", seconds / HOUR)
                : new Age("operator.age.days", seconds / DAY);
    }

    /** @return null where the gateway does not say */
    static Age orNull(JsonNode seconds) {
        return seconds.isNumber() ? of(seconds.asLong()) : null;
    }
}
