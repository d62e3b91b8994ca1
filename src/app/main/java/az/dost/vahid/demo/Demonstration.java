package az.dost.vahid.demo;

import az.dost.vahid.Vahid;
import az.dost.vahid.app.Start;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/**
 * The entry of {@code vahid-demo.jar}: the gateway with twenty mock agencies, a database and a broker, unless another
 * profile is named.
 */
public final class Demonstration {
    /**
     * Netty's own setting. From JDK 24 on it leaves Unsafe alone, and then the broker cannot open a journal that was
     * there before.
     */
    private static final String NO_UNSAFE = "io.netty.noUnsafe";

    public static void main(String[] args) {
        System.setProperty(NO_UNSAFE, System.getProperty(NO_UNSAFE, "false"));
        Start.main(
                args,
                () -> defaulted(Vahid.application()),
                new MocksCommand(),
                new BrokerCommand(),
                new TrainCommand());
    }

    static SpringApplication defaulted(SpringApplication application) {
        application.setDefaultProperties(Map.of("spring.profiles.default", "mocks"));
        return application;
    }

    private Demonstration() {}
}
