package az.dost.vahid.demo;

import az.dost.vahid.pages.Pages;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/** The pages beside the demonstration's gateway: in its process, and in nothing else of it. */
final class DemoPages {
    /** Everybody knows the tokens of the demonstration's requesters. */
    private static final String TEST_SYSTEM = "demo-dost-centre-1";

    private static final List<String> SETTINGS =
            List.of("port", "host", "address", "operations", "issuer", "client", "secret");

    /** @param gateway the settings of the gateway. @param port at which it serves */
    static void start(ConfigurableEnvironment gateway, int port, PrintStream out) {
        SpringApplication pages = Pages.application(List.of(gateway.getActiveProfiles()));
        try {
            pages.run(Stream.concat(
                            Stream.of(
                                    "--vahid.pages.gateway=http://localhost:" + port,
                                    "--vahid.pages.try=true",
                                    "--vahid.pages.try-token=" + TEST_SYSTEM),
                            SETTINGS.stream()
                                    .map(name -> "--vahid.pages." + name + "="
                                            + gateway.getProperty("vahid.pages." + name, "")))
                    .toArray(String[]::new));
        } catch (RuntimeException e) {
            // It has been reported. The gateway goes on without them.
            return;
        }
        out.printf(
                "Pages for people: %s. Log in there as one of the demonstration's people.%n%n",
                gateway.getProperty("vahid.pages.address"));
    }

    private DemoPages() {}
}
