package az.dost.vahid.edge.start;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * A file of settings to fill in: first those that a gateway must have, as the checks of a start ask for them, then all
 * others with their defaults, as {@code application.yaml} has them.
 */
public final class SettingsTemplate {
    private static final Pattern OPERATORS = Pattern.compile("(vahid|server|spring[.]datasource)[.].*");
    private static final Pattern PLAIN = Pattern.compile("[\\w/.$(-][\\w/.:$(){}=,@+-]*(?<!:)");
    /** A place below another one: right when that one is. */
    private static final String BELOW_KEYS = "${vahid.keys}";

    private static final String HEAD = """
            # Settings of a gateway, by 'vahid settings template'. The first part must be filled in; what stands as ${NAME} is a secret, which comes
            # from a variable of the environment. A start says what is missing or wrong.
            # Start: java -jar vahid.jar --spring.config.additional-location=file:<this file>
            """;

    /** @param environment with what is known already, such as the folder of further connectors */
    public static String of(Environment environment) {
        SettingsReader settings = new SettingsReader(environment);
        OwnSettings.check(settings, false);
        ResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        ConnectorSettings.check(settings, resources);
        PartnerSettings.check(settings, resources);
        String more = settings.value("vahid.connectors");
        if (!more.isEmpty()) {
            settings.mention("vahid.connectors", "Connectors beside the built-in ones, which were asked for", more);
        }
        Defaults defaults = new Defaults();
        StringBuilder file = new StringBuilder(HEAD).append("\n# What a gateway must have\n");
        Set<String> told = must(settings, defaults, file);
        file.append("\n# What else may be set, each with its default\n");
        SettingNotes notes = new SettingNotes(Defaults.file());
        told.forEach(notes::take);
        for (String name : defaults.names()) {
            if (OPERATORS.matcher(name).matches() && !told.contains(name)) {
                notes.take(name).forEach(line -> file.append("# ").append(line).append('\n'));
                file.append('#').append(line(name, defaults.text(name)));
            }
        }
        return file.toString();
    }

    private static Set<String> must(SettingsReader settings, Defaults defaults, StringBuilder file) {
        Map<String, String> examples = new LinkedHashMap<>();
        Map<String, Set<String>> meanings = new LinkedHashMap<>();
        for (Need need : settings.needs()) {
            examples.merge(need.name(), need.example(), (first, more) -> first.isEmpty() ? more : first);
            meanings.computeIfAbsent(need.name(), name -> new LinkedHashSet<>()).add(need.meaning());
        }
        examples.forEach((name, example) -> {
            meanings.get(name)
                    .forEach(meaning -> file.append("# ").append(meaning).append('\n'));
            boolean below = defaults.text(name).contains(BELOW_KEYS);
            file.append(below ? "#" : "").append(line(name, below ? defaults.text(name) : example));
        });
        return examples.keySet();
    }

    private static String line(String name, String value) {
        return name + ": "
                + (PLAIN.matcher(value).matches()
                        ? value
                        : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                + '\n';
    }

    private SettingsTemplate() {}
}
