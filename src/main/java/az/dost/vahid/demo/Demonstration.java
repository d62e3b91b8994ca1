package az.dost.vahid.demo;

import az.dost.vahid.Start;
import az.dost.vahid.Vahid;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/** The entry of {@code vahid-demo.jar}: the gateway with twenty mock agencies, a database and a broker, unless another profile is named. */
public final class Demonstration {
    public static void main(String[] args) {
        Start.main(args, () -> defaulted(Vahid.application()), new MocksCommand());
    }

    static SpringApplication defaulted(SpringApplication application) {
        application.setDefaultProperties(Map.of("spring.profiles.default", "mocks"));
        return application;
    }

    private Demonstration() { }
}
