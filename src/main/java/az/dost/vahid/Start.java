package az.dost.vahid;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;

/** Starts what goes on running; gives 1 when the start failed, which has been reported then (see {@link StartFailureReport}). */
final class Start {
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
