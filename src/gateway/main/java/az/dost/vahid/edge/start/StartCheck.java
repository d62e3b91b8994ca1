package az.dost.vahid.edge.start;

import az.dost.vahid.problem.StartException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.ClassUtils;

/**
 * Looks at the settings before anything starts: a gateway that lacks some, or has some that do not go together, says
 * all of them at once, and has opened and written nothing. A forgotten setting stops the start; it never opens a door.
 */
public final class StartCheck implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
    private static final Pattern NAMED = Pattern.compile("placeholder '([^']+)'");
    /** In the demonstration's jar only. */
    private static final String SERVERS = "az.dost.vahid.embedded.EmbeddedConfiguration";

    private final Path home;

    public StartCheck() {
        this(UnreadFiles.home());
    }

    /** @param home the folder that the jar is in; null for none */
    StartCheck(Path home) {
        this.home = home;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        List<MissingSetting> missing = missing(context, ClassUtils.isPresent(SERVERS, context.getClassLoader()));
        if (!missing.isEmpty()) {
            throw new StartException(told(missing));
        }
    }

    private List<MissingSetting> missing(ConfigurableApplicationContext context, boolean servers) {
        ConfigurableEnvironment environment = context.getEnvironment();
        SettingsReader settings = new SettingsReader(environment);
        Defaults defaults = new Defaults();
        openPlaceholders(settings, environment);
        OwnSettings.check(settings, servers);
        ConnectorSettings.check(settings, context);
        PartnerSettings.check(settings, context);
        SandboxSettings.check(settings, servers, context);
        Contradictions.check(settings, defaults);
        SettingKinds.check(settings, defaults, environment::resolvePlaceholders, !servers);
        UnknownSettings.check(settings, environment, defaults);
        UnreadFiles.check(settings, environment, home);
        return settings.missing();
    }

    /**
     * What a gateway in service needs, and most have, whether or not it is set: for a person who writes all settings.
     *
     * @param environment with what is known already, such as the folder of further connectors
     * @return in the order in which a start asks
     */
    public static List<Need> needs(Environment environment) {
        SettingsReader settings = new SettingsReader(environment);
        ResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        OwnSettings.check(settings, false);
        ConnectorSettings.check(settings, resources);
        PartnerSettings.check(settings, resources);
        String more = settings.value("vahid.connectors");
        if (!more.isEmpty()) {
            settings.mention("vahid.connectors", "Connectors beside the built-in ones, which were asked for", more);
        }
        return settings.needs();
    }

    private static String told(List<MissingSetting> missing) {
        return missing.size() + (missing.size() == 1 ? " setting is" : " settings are")
                + " missing or wrong; nothing was started.\n"
                + missing.stream().map(MissingSetting::told).collect(Collectors.joining("\n"))
                + "\nGive them as --name=value, as environment variables or in a file: --spring.config.additional-location=file:<file>."
                + " 'vahid settings' shows what is set, 'vahid settings template' prints a file to fill in.";
    }

    /** After the demonstration's agencies, which make its keys. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    /** Values that name something which is not there: a variable of the environment that nobody exported. */
    private static void openPlaceholders(SettingsReader settings, ConfigurableEnvironment environment) {
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
}
