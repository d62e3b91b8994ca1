package az.dost.vahid.app;

import az.dost.vahid.logging.HiddenSecrets;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * Every setting as a gateway that was started like this would have it. What is secret is told to be set, and never what
 * it is.
 */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        subcommands = SettingsTemplateCommand.class,
        description =
                "Print every setting, what it is and where it was set, secrets redacted; further arguments are settings.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "1:a file of settings cannot be read", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {"  vahid settings", "  vahid settings --json --spring.config.additional-location=file:gateway.yaml"})
final class SettingsCommand implements Callable<Integer> {
    /** Names of keys are names of files; the keys themselves are in files. */
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(password|passwd|passphrase|secret|token|credential|mocks[.]broker[.]).*");
    /** Counts and times about secrets, and where tokens come from. */
    private static final Pattern HARMLESS = Pattern.compile("vahid[.]tokens[.].*");

    private static final Pattern OURS = Pattern.compile("(?i)(vahid|spring|server|management|camel|logging)[._].*");

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print them as JSON.")
    private boolean json;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        ConfigurableEnvironment environment = environment(settings);
        PrintWriter out = spec.commandLine().getOut();
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (String name : names(environment)) {
            if (json) {
                all.putObject(name)
                        .put("value", String.valueOf(shown(name, environment)))
                        .put("from", from(name, environment).replaceFirst("^ *# ", ""));
            } else {
                out.println(name + " = " + shown(name, environment) + from(name, environment));
            }
        }
        if (json) {
            out.println(all.toPrettyString());
        }
        out.flush();
        return 0;
    }

    /** As a gateway's with these arguments. */
    static ConfigurableEnvironment environment(List<String> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        CommandLinePropertySource<?> arguments = new SimpleCommandLinePropertySource(settings.toArray(String[]::new));
        environment.getPropertySources().addFirst(arguments);
        ConfigDataEnvironmentPostProcessor.applyTo(environment, null, null, environment.getActiveProfiles());
        // A setting by the name of an environment variable counts too.
        ConfigurationPropertySources.attach(environment);
        return environment;
    }

    private static Iterable<String> names(ConfigurableEnvironment environment) {
        TreeSet<String> names = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> some) {
                for (String name : some.getPropertyNames()) {
                    if (OURS.matcher(name).matches()) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }

    private static String shown(String name, ConfigurableEnvironment environment) {
        String value;
        try {
            value = environment.getProperty(name, "");
        } catch (IllegalArgumentException e) {
            return "(cannot be resolved)";
        }
        if (SECRET.matcher(name).matches() && !HARMLESS.matcher(name).matches()) {
            return value.isEmpty() ? "" : HiddenSecrets.HIDDEN;
        }
        return HiddenSecrets.in(value);
    }

    private static String from(String name, ConfigurableEnvironment environment) {
        if (ConfigurationPropertyName.isValid(name)) {
            for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
                ConfigurationProperty setting = source.getConfigurationProperty(ConfigurationPropertyName.of(name));
                if (setting != null) {
                    return "    # "
                            + (setting.getOrigin() != null
                                    ? setting.getOrigin()
                                    : source.getUnderlyingSource() instanceof PropertySource<?> known
                                            ? known.getName()
                                            : "");
                }
            }
        }
        return "";
    }
}
