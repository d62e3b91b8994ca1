package az.dost.vahid.connector;

import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.problem.StartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;

/**
 * A connector with what lies beside its descriptor.
 *
 * @param mapping compiled
 * @param descriptor the resource {@code connector.yaml}
 * @param version {@code sha-256:<hex>} over descriptor, mapping, request, header and layout: what decides how it
 *     behaves
 */
public record ConnectorFolder(Connector connector, Mapping mapping, Resource descriptor, String version) {
    public ConnectorFolder(Connector connector, Mapping mapping, Resource descriptor) {
        this(connector, mapping, descriptor, FolderVersion.of(connector, descriptor));
    }

    /**
     * The text that a request's body is made of, its placeholders not yet filled in; null for a request without a body.
     *
     * @throws UncheckedIOException when the folder lacks a file that the descriptor names
     * @throws StartException when such a file is not of its form
     */
    public String request() {
        Connector.Call call = connector.call();
        if (call.graphql() == null) {
            return call.request() == null ? null : text(call.request());
        }
        return GraphqlText.body(text(call.request()), text(call.graphql().variables()))
                .orElseThrow(() -> new StartException("The connector " + connector.id() + " cannot be used: "
                        + call.graphql().variables() + " holds no JSON object"));
    }

    /** @throws UncheckedIOException when the folder has no such file */
    public String text(String file) {
        try {
            return descriptor.createRelative(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
