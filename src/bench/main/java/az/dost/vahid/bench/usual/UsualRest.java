package az.dost.vahid.bench.usual;

import az.dost.vahid.answer.Question;
import az.dost.vahid.bench.Talk;
import az.dost.vahid.connector.Connector;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.springframework.context.ApplicationContext;

/** The processors around one REST agency's call by camel-http. */
final class UsualRest {
    private static final String TURN = "turn";
    private final Connector connector;
    private final Talk talk;
    private final String options;

    UsualRest(Connector connector, Talk talk, ApplicationContext parts, CamelContext context) {
        this.connector = connector;
        this.talk = talk;
        if (talk.endpoint().getScheme().equals("https")) {
            context.getRegistry().bind("tls-" + connector.id(), new UsualTls(parts).parameters(connector.id()));
            context.getRegistry().bind("anyHost", NoopHostnameVerifier.INSTANCE);
            options = "?throwExceptionOnFailure=false&x509HostnameVerifier=#anyHost&sslContextParameters=#tls-"
                    + connector.id();
        } else {
            options = "?throwExceptionOnFailure=false";
        }
    }

    String address() {
        return talk.endpoint() + connector.call().path() + options;
    }

    String tokenAddress() {
        return talk.endpoint() + connector.auth().tokenPath() + options;
    }

    void begin(Exchange exchange) {
        exchange.setProperty(TURN, talk.begin(exchange.getMessage().getBody(Question.class)));
    }

    boolean needsToken() {
        return talk.needsToken();
    }

    void askToken(Exchange exchange) {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.HTTP_METHOD, "POST");
        exchange.getMessage().setBody("grant_type=client_credentials");
    }

    void takeToken(Exchange exchange) {
        talk.takeToken(
                exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class),
                exchange.getMessage().getBody(byte[].class));
    }

    boolean unfinished(Exchange exchange) {
        return !exchange.getProperty(TURN, Talk.Turn.class).finished();
    }

    void ask(Exchange exchange) {
        Talk.Turn turn = exchange.getProperty(TURN, Talk.Turn.class);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        talk.headers().forEach(message::setHeader);
        message.setHeader("X-Request-Id", turn.requestId());
        message.setHeader(Exchange.HTTP_METHOD, connector.call().method());
        if (talk.authorization() != null) {
            message.setHeader("Authorization", talk.authorization());
        }
        message.setBody(turn.next());
    }

    void take(Exchange exchange) {
        Message message = exchange.getMessage();
        exchange.getProperty(TURN, Talk.Turn.class)
                .take(
                        message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class),
                        message.getBody(byte[].class),
                        message.getHeader(connector.proof().header(), String.class),
                        message.getHeader(Exchange.CONTENT_TYPE, String.class));
    }

    void answer(Exchange exchange) {
        exchange.getMessage()
                .setBody(exchange.getProperty(TURN, Talk.Turn.class).answer());
    }
}
