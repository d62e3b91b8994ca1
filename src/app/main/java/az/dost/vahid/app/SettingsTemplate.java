package az.dost.vahid.app;

import az.dost.vahid.edge.start.Defaults;
import az.dost.vahid.edge.start.Need;
import az.dost.vahid.edge.start.StartCheck;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;

/**
 * A file of settings to fill in: first those that a gateway must have, as the checks of a start ask for them, then all
 * others with their defaults, as {@code application.yaml} has them.
 */
final class SettingsTemplate {
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
    static String of(Environment environment) {
        Defaults defaults = new Defaults();
        StringBuilder file = new StringBuilder(HEAD).append("\n# What a gateway must have\n");
        Set<String> told = must(StartCheck.needs(environment), defaults, file);
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

    private static Set<String> must(List<Need> needs, Defaults defaults, StringBuilder file) {
        Map<String, String> examples = new LinkedHashMap<>();
        Map<String, Set<String>> meanings = new LinkedHashMap<>();
        for (Need need : needs) {
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
