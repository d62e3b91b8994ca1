package az.dost.vahid;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;

/** Starts what goes on running; gives 1 when the start failed, which has been reported then (see {@link StartFailureReport}). */
final class Start {
    /** Options of the root of the commands, which settings may not hide. */
    private static final Set<String> OPTIONS = Set.of("--help", "--version");

    /** Whether every argument is a setting with its value, {@code --name=value}; what else there may be is for {@link CommandLineEntry} to tell. */
    static boolean isGateway(String... arguments) {
        return Arrays.stream(arguments).allMatch(argument -> argument.startsWith("--") && argument.indexOf('=') > 2
                && !OPTIONS.contains(argument.substring(0, argument.indexOf('='))));
    }

    static int gateway(List<String> settings) {
        return run(new SpringApplication(Vahid.class), settings);
    }

    static int mocks(List<String> settings) {
        SpringApplication application = new SpringApplication(MocksAlone.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setKeepAlive(true);
        return run(application, settings);
    }

    private static int run(SpringApplication application, List<String> settings) {
        try {
            application.run(settings.toArray(String[]::new));
            return 0;
        } catch (RuntimeException e) {
            return 1;
        }
    }

    /** No gateway: the profile 'mocks' starts the agencies by itself. */
    @Configuration(proxyBeanMethods = false)
    static class MocksAlone {
    }

    private Start() { }
}
