package az.dost.vahid.bench.usual;

import az.dost.vahid.bench.Parts;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.artemis.autoconfigure.ArtemisAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * The same lookup as it is usually written: Camel's multicast and HTTP component, CXF's SOAP client, the JDK's crypto,
 * JdbcTemplate.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {ArtemisAutoConfiguration.class, FlywayAutoConfiguration.class, DataSourceAutoConfiguration.class})
public class Usual {
    /** Arguments: the settings file and the port. */
    public static void main(String[] args) {
        new SpringApplication(Usual.class)
                .run(
                        "--bench.settings=" + args[0],
                        "--server.port=" + args[1],
                        Parts.SERVER_THREADS,
                        "--spring.profiles.active=usual",
                        "--camel.main.routes-include-pattern=false");
    }

    @Bean
    RouteBuilder routes(@Value("${bench.settings}") String settings) {
        return new UsualRoutes(Parts.of(settings, "jdk"));
    }
}
