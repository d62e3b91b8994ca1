package az.dost.vahid.edge.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Each setting is of the kind of its default: a number, true or false, a time, a place with its scheme, or a plain
 * path.
 */
final class SettingKinds {
    private static final String FILE = "file:";
    private static final String PLACE = "(file|classpath):.*";
    /** Their defaults do not show it. */
    private static final List<String> PATHS = List.of(
            "vahid.data",
            "vahid.keys",
            "vahid.keys-token",
            "vahid.person-key",
            "vahid.connectors",
            "vahid.conformance",
            "vahid.record.master-key",
            "vahid.record.time-stamps.certificate",
            "vahid.authorities.certificates",
            "vahid.events.folders",
            "vahid.transfers.folders");

    /** Numbers that may be 0 although their default is not: what that means stands beside them in application.yaml. */
    private static final Set<String> NONE = Set.of(
            "vahid.blob-store.least-free-bytes",
            "vahid.bulk.pause-ms",
            "vahid.bulk.workers",
            "vahid.certificates.warn-days",
            "vahid.database.patience-ms",
            "vahid.drain.seconds",
            "vahid.drops.untouched-ms",
            "vahid.exchange.kept-bytes",
            "vahid.jms.redelivery-delay-ms",
            "vahid.limits.strangers-recorded",
            "vahid.misuse.most-slowed",
            "vahid.record.patience-ms",
            "vahid.record.time-stamps.container-pause-ms",
            "vahid.tokens.clock-skew-s",
            "vahid.tokens.remembered",
            "vahid.traces.share",
            "vahid.warm-up.longest-ms");

    private static final int LAST_PORT = 65_535;
    private static final String ROLLOUT = "vahid.rollout";

    /**
     * @param resolved a text with the settings that it names put in. @param strict whether places that somebody names
     *     must be there
     */
    static void check(SettingsReader settings, Defaults defaults, UnaryOperator<String> resolved, boolean strict) {
        for (String name : defaults.names()) {
            String value = settings.value(name);
            if (value.isEmpty() || value.equals(defaults.text(name))) {
                continue;
            }
            if (name.equals(ROLLOUT) || defaults.text(name).matches(PLACE)) {
                place(
                        settings,
                        name,
                        value,
                        strict
                                && !name.equals(ROLLOUT)
                                && !settings.told(name)
                                && !value.equals(resolved.apply(defaults.text(name))));
            } else if (PATHS.contains(name)) {
                path(settings, name, value);
            } else if (name.startsWith("vahid.") || name.equals("server.port")) {
                kind(settings, name, value, defaults.of(name));
            }
        }
    }

    private static void kind(SettingsReader settings, String name, String value, Object like) {
        // A factor may be 2 or 1.5, whichever its default is.
        if ((like instanceof Number || name.endsWith(".port"))
                && !value.matches(
                        like instanceof Double || name.endsWith(".factor") ? "\\d{1,9}([.]\\d{1,9})?" : "\\d{1,18}")) {
            settings.add(MissingSetting.wrong(name, "is no number", String.valueOf(like)));
        } else if (name.endsWith(".port") && Long.parseLong(value) > LAST_PORT) {
            settings.add(MissingSetting.wrong(name, "is no port: the last one is " + LAST_PORT, String.valueOf(like)));
        } else if (like instanceof Number number
                && Double.parseDouble(value) == 0
                && number.doubleValue() != 0
                && !name.endsWith(".port")
                && !NONE.contains(name)) {
            settings.add(MissingSetting.wrong(name, "must be more than 0", String.valueOf(like)));
        } else if (like instanceof Boolean && !value.matches("(?i)true|false")) {
            settings.add(MissingSetting.wrong(name, "is neither true nor false", String.valueOf(like)));
        } else if (like instanceof String text && time(text) && !time(value)) {
            settings.add(MissingSetting.wrong(name, "is no time as ISO 8601 writes it", text));
        }
    }

    private static boolean time(String text) {
        try {
            return text.startsWith("P") && (text.contains("T") ? Duration.parse(text) : Period.parse(text)) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** A path without its scheme would be looked for in the program, and not found there without a word. */
    private static void place(SettingsReader settings, String name, String value, boolean there) {
        if (!value.matches(PLACE)) {
            settings.add(MissingSetting.wrong(name, "has no file: before its path", FILE + value));
        } else if (there && value.startsWith(FILE) && !Files.exists(Path.of(value.substring(FILE.length())))) {
            settings.add(MissingSetting.wrong(
                    name, "leads to " + value.substring(FILE.length()) + ", which is not there", ""));
        }
    }

    private static void path(SettingsReader settings, String name, String value) {
        if (value.startsWith(FILE)) {
            settings.add(
                    MissingSetting.wrong(name, "is a path, without file: before it", value.substring(FILE.length())));
        }
    }

    private SettingKinds() {}
}
