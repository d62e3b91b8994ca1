package az.dost.vahid.edge.broker;

import az.dost.vahid.database.OwnDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.utils.ConfigurationHelper;

/**
 * Whether a connection to a broker can only end there: Artemis's client looks at its certificate and name, or nobody is
 * between. Unless it is told to, the client speaks without TLS.
 */
public final class BrokerAddress {
    private static final String WHOEVER = ", so that whoever is between can be the broker and read all of it";

    /** An address that can only end at its broker, for those who ask what one looks like. */
    public static String example(String host) {
        return "tcp://" + host
                + ":61616?sslEnabled=true&trustStoreType=PEM&trustStorePath=/etc/vahid/keys/broker-authority.pem";
    }

    /** Whether Artemis's client finds brokers in it, {@code tcp://host:port} or several in parentheses. */
    public static boolean readable(String address) {
        return !brokers(address).isEmpty();
    }

    /**
     * Why somebody between could be taken for the broker, in a few words without the address, which may hold a
     * password. Empty when nobody could, as with brokers on this machine.
     *
     * @param address read as Artemis's client reads it
     */
    public static String doubt(String address) {
        List<Map<String, Object>> brokers = brokers(address);
        return brokers.isEmpty()
                ? "is no address that Artemis's client can read"
                : brokers.stream()
                        .map(BrokerAddress::doubt)
                        .filter(doubt -> !doubt.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    private static String doubt(Map<String, Object> broker) {
        if (OwnDatabase.onThisMachine(host(broker)) && !is(TransportConstants.SOCKS_ENABLED_PROP_NAME, false, broker)) {
            return "";
        }
        if (!is(TransportConstants.SSL_ENABLED_PROP_NAME, TransportConstants.DEFAULT_SSL_ENABLED, broker)) {
            return "does not say sslEnabled=true" + WHOEVER;
        }
        if (is(TransportConstants.TRUST_ALL_PROP_NAME, TransportConstants.DEFAULT_TRUST_ALL, broker)) {
            return "says trustAll=true" + WHOEVER;
        }
        if (!is(TransportConstants.VERIFY_HOST_PROP_NAME, TransportConstants.DEFAULT_CONNECTOR_VERIFY_HOST, broker)) {
            return "says verifyHost=false" + WHOEVER;
        }
        return broker.get(TransportConstants.TRUST_MANAGER_FACTORY_PLUGIN_PROP_NAME) == null
                ? ""
                : "names a trustManagerFactoryPlugin of its own, so that nobody knows whether the broker's certificate is looked at";
    }

    private static boolean is(String parameter, boolean otherwise, Map<String, Object> broker) {
        return ConfigurationHelper.getBooleanProperty(parameter, otherwise, broker);
    }

    private static String host(Map<String, Object> broker) {
        return String.valueOf(broker.getOrDefault(TransportConstants.HOST_PROP_NAME, ""));
    }

    /** Parameters of each; none where one of them has no host, or is found by asking around. */
    private static List<Map<String, Object>> brokers(String address) {
        try (ActiveMQConnectionFactory read = new ActiveMQConnectionFactory(address)) {
            TransportConfiguration[] each = read.getServerLocator().getStaticTransportConfigurations();
            return each != null && Stream.of(each).allMatch(BrokerAddress::named)
                    ? Stream.of(each)
                            .map(TransportConfiguration::getCombinedParams)
                            .toList()
                    : List.of();
        } catch (IllegalStateException | IllegalArgumentException e) {
            // What is wrong with it is told with its text, a password among it.
            return List.of();
        }
    }

    private static boolean named(TransportConfiguration broker) {
        return broker.getFactoryClassName().equals(NettyConnectorFactory.class.getName())
                && broker.getParams().get(TransportConstants.HOST_PROP_NAME) != null
                && ConfigurationHelper.getIntProperty(TransportConstants.PORT_PROP_NAME, -1, broker.getParams()) > 0;
    }

    private BrokerAddress() {}
}
