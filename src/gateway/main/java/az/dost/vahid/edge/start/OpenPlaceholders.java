package az.dost.vahid.edge.start;

import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;

/** Values that name something which is not there: a variable of the environment that nobody exported. */
final class OpenPlaceholders {
    private static final Pattern NAMED = Pattern.compile("placeholder '([^']+)'");

    static void check(SettingsReader settings, ConfigurableEnvironment environment) {
        for (String name : new TreeSet<>(SetByPeople.names(environment))) {
            try {
                environment.getProperty(name);
            } catch (IllegalArgumentException e) {
                // The message has the whole value, which may hold a password.
                Matcher named = NAMED.matcher(String.valueOf(e.getMessage()));
                settings.add(MissingSetting.wrong(
                        name,
                        named.find()
                                ? "names ${" + named.group(1) + "}, which is not set"
                                : "names a setting that is not there",
                        ""));
            }
        }
    }

    private OpenPlaceholders() {}
}
