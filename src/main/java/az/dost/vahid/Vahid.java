package az.dost.vahid;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** Starts the gateway, or the mock agencies alone. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "az\\.dost\\.vahid\\.mock\\..*"))
public class Vahid {
    private static final String HELP = """
            Vahid: one signed, document-free lookup over twenty agency registers.

            java -jar vahid.jar [mocks] [--<setting>=<value> ...]

              (nothing)  the gateway; in the profile 'mocks', which is the default, with twenty mock agencies,
                         an embedded broker and an embedded database, and a first lookup
              mocks      the mock agencies alone
              --help     this text

            Settings that are often needed (all of them, with their defaults: application.yaml):
              --server.port=8080                    HTTP port of the gateway
              --spring.profiles.active=production   the gateway without mocks; give it a database and endpoints
              --spring.datasource.url=jdbc:postgresql://...
              --vahid.data=data                     folder for everything that is kept on disk
              --vahid.keys=data/keys                keys and the agencies' certificates
              --vahid.mocks.http-port=9100          ports of the mock agencies, also vahid.mocks.tls-ports.*
              --vahid.mocks.population=2000000      number of synthetic citizens
            """;

    public static void main(String[] args) {
        if (Arrays.asList(args).contains("--help")) {
            System.out.print(HELP);
            return;
        }
        boolean mocksAlone = args.length > 0 && args[0].equals("mocks");
        if (args.length > 0 && !args[0].startsWith("--") && !mocksAlone) {
            System.err.println("Vahid has no command '" + args[0] + "': try --help");
            System.exit(2);
        }
        SpringApplication application = new SpringApplication(mocksAlone ? MocksAlone.class : Vahid.class);
        if (mocksAlone) {
            application.setWebApplicationType(WebApplicationType.NONE);
            application.setKeepAlive(true);
        }
        try {
            application.run(mocksAlone ? Arrays.copyOfRange(args, 1, args.length) : args);
        } catch (RuntimeException e) {
            // Reported already, see StartFailureReport; threads that others have started must not keep the process.
            System.exit(1);
        }
    }

    /** No gateway: the profile 'mocks' starts the agencies by itself. */
    @Configuration(proxyBeanMethods = false)
    static class MocksAlone {
    }
}
