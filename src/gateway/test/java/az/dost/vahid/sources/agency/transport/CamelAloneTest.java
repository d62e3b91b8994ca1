package az.dost.vahid.sources.agency.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.http.HttpClientOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of {@code routes/} run by Camel's own main, without Spring; what their beans decide is played. */
class CamelAloneTest {
    private final Main main = new Main();
    private final Played played = new Played();
    private HttpServer agency;

    /** Plays every bean that the routes name, and remembers what it was asked, in that order. */
    public static final class Played {
        private final List<String> asked = new CopyOnWriteArrayList<>();

        public void identify(Exchange exchange) {
            asked.add("identify");
        }

        public String requester() {
            return "requester";
        }

        public boolean requesting() {
            return true;
        }

        public int perSecond() {
            asked.add("perSecond");
            return 1;
        }

        public int atOnce() {
            asked.add("atOnce");
            return 1;
        }

        public void refuse(Exchange exchange) {
            asked.add("refuse");
        }

        public boolean again() {
            return false;
        }

        public void remember(Exchange exchange) {
            asked.add("remember");
        }
    }

    @BeforeEach
    void start() throws Exception {
        agency = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        agency.createContext("/", request -> {
            request.sendResponseHeaders(203, -1);
            request.close();
        });
        agency.start();
        main.configure()
                .withRoutesIncludePattern("classpath:routes/agency-http.camel.yaml,classpath:routes/door.camel.yaml,"
                        + "classpath:routes/errors.camel.yaml");
        for (String bean : List.of("frontDoor", "requesterLimits", "failedCall")) {
            main.bind(bean, played);
        }
        main.bind("client", new HttpClientOptions());
        main.start();
    }

    @AfterEach
    void stop() {
        main.stop();
        agency.stop(0);
    }

    private Exchange ask(String route) throws Exception {
        return main.getCamelTemplate().request(route, exchange -> {});
    }

    private Exchange agency(int port) throws Exception {
        TemplatedRouteBuilder.builder(main.getCamelContext(), "agency-http")
                .routeId("http-a")
                .parameter("agency", "a")
                .parameter("http", "agency-http:http://127.0.0.1:" + port + "?clientOptions=#client")
                .add();
        return ask("direct:http-a");
    }

    @Test
    void a_route_of_an_agency_asks_over_http() throws Exception {
        assertThat(agency(agency.getAddress().getPort()).getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE))
                .isEqualTo(203);
        assertThat(played.asked).isEmpty();
    }

    @Test
    void a_route_of_an_agency_remembers_that_nobody_answered_and_goes_on() throws Exception {
        int port = agency.getAddress().getPort();
        agency.stop(0);
        assertThat(agency(port).isFailed()).isFalse();
        assertThat(played.asked).containsExactly("remember");
    }

    @Test
    void the_door_knows_who_asks_before_it_asks_for_limits() throws Exception {
        assertThat(ask("direct:front-door").isFailed()).isFalse();
        assertThat(played.asked).containsExactly("identify", "perSecond", "atOnce");
    }
}
