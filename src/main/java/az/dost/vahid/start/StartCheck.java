package az.dost.vahid.start;

import az.dost.vahid.problem.StartException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.util.ClassUtils;

/**
 * Looks at the settings before anything starts: a gateway that lacks some says all of them at once, and has opened and written
 * nothing. A forgotten setting stops the start; it never opens a door.
 */
public final class StartCheck implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
    /** In the demonstration's jar only. */
    private static final String SERVERS = "az.dost.vahid.embedded.EmbeddedConfiguration";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        List<MissingSetting> missing = missing(new SettingsReader(context.getEnvironment()), context);
        if (!missing.isEmpty()) {
            throw new StartException(told(missing));
        }
    }

    private static List<MissingSetting> missing(SettingsReader settings, ConfigurableApplicationContext context) {
        OwnSettings.check(settings, ClassUtils.isPresent(SERVERS, context.getClassLoader()));
        ConnectorSettings.check(settings, context);
        return settings.missing();
    }

    private static String told(List<MissingSetting> missing) {
        return missing.size() + (missing.size() == 1 ? " setting is" : " settings are") + " missing or wrong; nothing was started.\n"
                + missing.stream().map(MissingSetting::told).collect(Collectors.joining("\n"))
                + "\nGive them as --name=value, as environment variables or in a file: --spring.config.additional-location=file:<file>."
                + " 'vahid settings' shows what is set.";
    }

    /** After the demonstration's agencies, which make its keys. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
