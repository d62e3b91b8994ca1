package az.dost.vahid.bench.scatter;

import az.dost.vahid.bench.Parts;
import az.dost.vahid.edge.server.ServletThreadEngine;
import az.dost.vahid.sources.agency.transport.EventLoopHttp;
import io.vertx.core.http.HttpClientOptions;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.artemis.autoconfigure.ArtemisAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * The gateway's scatter and nothing else: its server, the recipient list of routes/gather, its HTTP component, a merge.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            ArtemisAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            DataSourceAutoConfiguration.class,
            WebMvcObservationAutoConfiguration.class
        })
public class ScatterApplication {
    static final int AGENCIES = 20;

    /** Arguments: the port of the stub and the port to listen on. */
    public static void main(String[] args) {
        new SpringApplication(ScatterApplication.class)
                .run(
                        "--bench.stub=" + args[0],
                        "--server.port=" + args[1],
                        Parts.SERVER_THREADS,
                        "--spring.profiles.active=scatter",
                        "--camel.main.routes-include-pattern=false",
                        "--camel.metrics.enable-route-policy=false",
                        "--camel.metrics.enable-message-history=false",
                        "--camel.metrics.enable-exchange-event-notifier=false");
    }

    @Bean("platform-http-engine")
    ServletThreadEngine servletThreadEngine(@Value("${server.port}") int port) {
        return new ServletThreadEngine(port);
    }

    @Bean
    RouteBuilder routes(CamelContext context) {
        context.getRegistry().bind("eventLoop", EventLoopHttp.in(context).executor());
        context.getRegistry().bind("client", new HttpClientOptions().setMaxPoolSize(128));
        context.getRegistry().bind("merge", new Merge());
        List<String> plan = new ArrayList<>();
        for (int i = 0; i < AGENCIES; i++) {
            plan.add("direct:agency-" + i);
        }
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:/scatter?httpMethodRestrict=POST")
                        .setProperty("plan")
                        .constant(plan)
                        .convertBodyTo(byte[].class)
                        .removeHeaders("*")
                        .to("direct:gather?synchronous=true")
                        .removeHeaders("*")
                        .setHeader(Exchange.CONTENT_TYPE)
                        .constant("application/json");
                from("direct:gather")
                        .recipientList(exchangeProperty("plan"))
                        .delimiter("false")
                        .parallelProcessing()
                        .executorService("eventLoop")
                        .aggregationStrategy("merge");
                for (int i = 0; i < AGENCIES; i++) {
                    from("direct:agency-" + i)
                            .to("agency-http:http://127.0.0.1:{{bench.stub}}/plain/" + i + "?clientOptions=#client");
                }
            }
        };
    }
}
