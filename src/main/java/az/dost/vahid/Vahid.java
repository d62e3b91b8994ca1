package az.dost.vahid;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The gateway's application, and the entry of the one jar. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "az\\.dost\\.vahid\\.mock\\..*"))
public class Vahid {
    public static void main(String[] args) {
        int code = CommandLineEntry.commandLine(Start::gateway).execute(args);
        if (code != 0) {
            // Threads that others have started must not keep the process.
            System.exit(code);
        }
    }
}
