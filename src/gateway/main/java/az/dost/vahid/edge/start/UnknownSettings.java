package az.dost.vahid.edge.start;

import az.dost.vahid.definition.Nearest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Settings of {@code vahid.} that there are not: a name that was misspelt would be without effect, and nobody would
 * know.
 */
final class UnknownSettings {
    /** Below them operators choose the names. */
    private static final List<String> OPEN = List.of(
            "vahid.endpoints.",
            "vahid.secrets.",
            "vahid.limits.requesters.",
            "vahid.bulk.drops.",
            "vahid.spdci.senders.",
            "vahid.events.retry.",
            "vahid.mocks.",
            "vahid.demo.",
            "vahid.broker-in-mode.");

    static void check(SettingsReader settings, ConfigurableEnvironment environment, Defaults defaults) {
        Set<ConfigurationPropertyName> known =
                defaults.names().stream().map(UnknownSettings::canonical).collect(Collectors.toSet());
        for (String name : new TreeSet<>(SetByPeople.names(environment))) {
            if (name.startsWith("vahid.") && !group(name, defaults) && !known.contains(whole(canonical(name)))) {
                String near = Nearest.of(name, defaults.names());
                settings.add(MissingSetting.wrong(
                        name, "is no setting of Vahid" + (near == null ? "" : "; did you mean " + near + "?"), ""));
            }
        }
    }

    /** One that operators name the parts of, or one with nothing in it. */
    private static boolean group(String name, Defaults defaults) {
        return OPEN.stream().anyMatch((name + ".")::startsWith)
                || defaults.names().stream().anyMatch(known -> known.startsWith(name + "."));
    }

    /** The list that a name stands in. */
    private static ConfigurationPropertyName whole(ConfigurationPropertyName name) {
        return name.isLastElementIndexed() ? name.getParent() : name;
    }

    /** {@code maxLookups} and {@code max-lookups} are one. */
    private static ConfigurationPropertyName canonical(String name) {
        return ConfigurationPropertyName.adapt(name, '.');
    }

    private UnknownSettings() {}
}
