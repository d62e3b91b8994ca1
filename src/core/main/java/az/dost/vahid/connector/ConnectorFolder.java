package az.dost.vahid.connector;

import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.key.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
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
        this(connector, mapping, descriptor, version(connector, descriptor));
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

    /**
     * Which version of a connector's files is meant: a digest over those that decide how it behaves.
     *
     * @throws UncheckedIOException when a file that the descriptor names cannot be read
     */
    private static String version(Connector connector, Resource descriptor) {
        try {
            MessageDigest digest = Sha256.digest();
            Stream<String> files = Stream.concat(Stream.of(descriptor.getFilename()), connector.files().stream());
            for (String file : files.toList()) {
                byte[] bytes = descriptor.createRelative(file).getContentAsByteArray();
                // The length keeps a byte from moving from one file into the next unseen.
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return "sha-256:" + HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
