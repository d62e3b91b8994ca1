package az.dost.vahid.bench.scatter;

import az.dost.vahid.bench.Parts;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.artemis.autoconfigure.ArtemisAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The same scatter as it is usually written: Camel's multicast and HTTP component, with what they have by default. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {ArtemisAutoConfiguration.class, FlywayAutoConfiguration.class, DataSourceAutoConfiguration.class})
public class UsualScatter {
    /** Arguments: the port of the stub and the port to listen on. */
    public static void main(String[] args) {
        new SpringApplication(UsualScatter.class)
                .run(
                        "--bench.stub=" + args[0],
                        "--server.port=" + args[1],
                        Parts.SERVER_THREADS,
                        "--spring.profiles.active=scatter",
                        "--camel.main.routes-include-pattern=false");
    }

    @Bean
    RouteBuilder routes() {
        String[] branches = IntStream.range(0, ScatterApplication.AGENCIES)
                .mapToObj(i -> "direct:agency-" + i)
                .toArray(String[]::new);
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:/scatter?httpMethodRestrict=POST")
                        .convertBodyTo(byte[].class)
                        .removeHeaders("*")
                        .multicast(new Merge())
                        .parallelProcessing()
                        .to(branches)
                        .end()
                        .removeHeaders("*")
                        .setHeader(Exchange.CONTENT_TYPE)
                        .constant("application/json");
                for (int i = 0; i < branches.length; i++) {
                    from(branches[i]).to("http://127.0.0.1:{{bench.stub}}/plain/" + i);
                }
            }
        };
    }
}
