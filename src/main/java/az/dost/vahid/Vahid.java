package az.dost.vahid;

import java.util.List;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The gateway's application, and the entry of the one jar. */
@Configuration(proxyBeanMethods = false)
// Found by their names: every other class would be opened, to see that it is no configuration.
@ComponentScan(resourcePattern = "**/*Configuration.class", excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "az\\.dost\\.vahid\\.mock\\..*"))
public class Vahid {
    public static void main(String[] args) {
        // Without a command there is nothing to parse; describing all of them to picocli takes a thirtieth of a start.
        int code = Start.isGateway(args) ? Start.gateway(List.of(args)) : CommandLineEntry.commandLine(Start::gateway).execute(args);
        if (code != 0) {
            // Threads that others have started must not keep the process.
            System.exit(code);
        }
    }
}
