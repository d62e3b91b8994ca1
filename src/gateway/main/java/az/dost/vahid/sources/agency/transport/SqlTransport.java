package az.dost.vahid.sources.agency.transport;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.SqlText;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.PinnedSocketFactory;
import az.dost.vahid.sources.agency.call.Conversation;
import az.dost.vahid.sources.agency.call.Requests;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.sql.SqlPrepareStatementStrategy;

/** A pool of connections to an agency's PostgreSQL, as wide as its bulkhead: over pinned TLS, and unable to write. */
public record SqlTransport(PinnedCertificates certificates) implements Transport {
    private static final long SHORTEST_WAIT_MS = 250;
    private static final long CONNECT_SECONDS = 2;

    @Override
    public Map<String, String> open(CamelContext context, Connector connector, String address, String secret) {
        // A parameter could switch off what makes the rows the agency's.
        if (!address.matches("jdbc:postgresql://[^?]+")) {
            throw new StartException("Set vahid.endpoints." + connector.endpoint()
                    + " to jdbc:postgresql://host:port/database, without parameters");
        }
        HikariDataSource source = new HikariDataSource();
        source.setPoolName("agency-" + connector.id());
        source.setJdbcUrl(address);
        source.setUsername(connector.auth().username());
        source.setPassword(secret);
        source.setReadOnly(true);
        source.setMaximumPoolSize(connector.maxConcurrent());
        source.setMinimumIdle(1);
        // The pool tries until then, so that the reason for which it fails is known only then.
        source.setConnectionTimeout(Math.max(SHORTEST_WAIT_MS, connector.timeoutMs() / 2));
        // The gateway starts without the agency, as with any other.
        source.setInitializationFailTimeout(-1);
        source.setConnectionInitSql("set statement_timeout = " + connector.timeoutMs());
        Map.of(
                        "sslmode",
                        "require",
                        "sslfactory",
                        PinnedSocketFactory.class.getName(),
                        "sslfactoryarg",
                        certificates.file(connector.id()).toString(),
                        "readOnlyMode",
                        "always",
                        "stringtype",
                        "unspecified",
                        "maxResultBuffer",
                        String.valueOf(connector.maxReplyBytes()),
                        "connectTimeout",
                        String.valueOf(CONNECT_SECONDS),
                        "tcpKeepAlive",
                        "true",
                        "ApplicationName",
                        "vahid")
                .forEach(source::addDataSourceProperty);
        String name = "agencyView-" + connector.id();
        context.getRegistry().bind(name, source);
        context.getRegistry().bind("agencyStatements", new AgencyStatements());
        OwnThreads.closeWith(context, source);
        return Map.of("source", name);
    }

    /**
     * Fills the question's values into a view's query as parameters, never as text, and gives each statement the time
     * that the call still has (an endpoint's time-out is one number for all calls).
     */
    private static final class AgencyStatements implements SqlPrepareStatementStrategy {
        @Override
        public String prepareQuery(String query, boolean allowNamedParameters, Exchange exchange) {
            return SqlText.of(query).prepared();
        }

        @Override
        public Iterator<?> createPopulateIterator(
                String query, String preparedQuery, int expectedParams, Exchange exchange, Object value) {
            Conversation conversation = Conversation.of(exchange);
            return List.of(
                            conversation,
                            SqlText.of(query).parameters().stream()
                                    .map(name -> Requests.value(name, conversation))
                                    .toList())
                    .iterator();
        }

        @Override
        public void populateStatement(PreparedStatement statement, Iterator<?> iterator, int expectedParams)
                throws SQLException {
            long remaining = ((Conversation) iterator.next()).remainingMs();
            statement.getConnection().setNetworkTimeout(Runnable::run, (int) Math.max(1, remaining));
            int at = 0;
            for (Object value : (List<?>) iterator.next()) {
                statement.setString(++at, (String) value);
            }
        }
    }
}
