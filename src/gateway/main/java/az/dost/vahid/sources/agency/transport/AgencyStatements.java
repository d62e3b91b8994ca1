package az.dost.vahid.sources.agency.transport;

import az.dost.vahid.connector.SqlText;
import az.dost.vahid.sources.agency.call.Conversation;
import az.dost.vahid.sources.agency.call.Requests;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.sql.SqlPrepareStatementStrategy;

/**
 * Fills the question's values into a view's query as parameters, never as text, and gives each statement the time that
 * the call still has (an endpoint's time-out is one number for all calls).
 */
final class AgencyStatements implements SqlPrepareStatementStrategy {
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
