package az.dost.vahid.sources.agency.wire;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.connector.GraphqlText;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.sources.agency.call.AgencyException;
import az.dost.vahid.sources.agency.call.Conversation;
import az.dost.vahid.sources.agency.call.Replies;
import az.dost.vahid.sources.agency.call.Wire;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.camel.Message;

/**
 * A GraphQL query by POST, after the draft "GraphQL over HTTP": but for refused credentials, what its {@code errors}
 * say decides before the status does.
 */
public final class GraphqlWire implements Wire {
    private static final String ACCEPT = "application/graphql-response+json, application/json;q=0.9";
    /** Of {@code extensions.code}, as most servers spell them. */
    private static final Set<String> REFUSALS = Set.of("UNAUTHENTICATED", "FORBIDDEN");

    private final Connector.Graphql rules;
    private final HttpWire http;

    /** @throws StartException when the query could do more than read */
    public GraphqlWire(ConnectorFolder folder, HttpWire http) {
        Connector connector = folder.connector();
        GraphqlText.of(folder.text(connector.call().request())).mistake().ifPresent(mistake -> {
            throw new StartException(
                    "The query of the connector " + connector.id() + " cannot be used: " + mistake.what());
        });
        this.rules = connector.call().graphql();
        this.http = http;
    }

    @Override
    public void ask(Message message, Conversation conversation) {
        http.ask(message, conversation);
        message.setHeader("Accept", ACCEPT);
    }

    @Override
    public Reply take(Message message, Conversation conversation) {
        JsonNode response = response(message);
        int status = HttpWire.status(message);
        if (response.path("errors").isEmpty() || status == 401 || status == 403) {
            return http.take(message, conversation);
        }
        for (JsonNode error : response.path("errors")) {
            String code = error.path("extensions").path("code").asText();
            if (REFUSALS.contains(code)) {
                throw http.refused();
            } else if (!rules.okErrors().contains(code) && !mayFail(response.path("data"), error.path("path"))) {
                throw new AgencyException(Verdict.UNAVAILABLE, Reason.AGENCY_ERROR);
            }
        }
        return http.reply(message);
    }

    /** Missing when the reply is none of GraphQL, which its status or its proof will say. */
    private static JsonNode response(Message message) {
        try {
            return Replies.json(HttpWire.body(message));
        } catch (ProofException e) {
            return MissingNode.getInstance();
        }
    }

    /**
     * A null that may not stand in its field climbs to the object around it (GraphQL, section 6.4.4): then more is
     * gone.
     */
    private boolean mayFail(JsonNode data, JsonNode path) {
        String field = StreamSupport.stream(path.spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .collect(Collectors.joining("."));
        JsonNode around = data;
        for (int i = 0; i < path.size() - 1; i++) {
            around = path.get(i).isInt()
                    ? around.path(path.get(i).intValue())
                    : around.path(path.get(i).asText());
        }
        return rules.mayFail().contains(field) && around.isObject();
    }
}
