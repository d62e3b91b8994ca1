package az.dost.vahid.check.rehearse;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.signature.rehearsal.PlayedKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * The servers other than HTTP's that a played agency wants: a database, a broker, SFTP. The jar that goes into
 * production has none.
 */
public interface PlayedServers {
    /** @throws IllegalStateException where there are none; it says where they are */
    static PlayedServers here() {
        return ServiceLoader.load(PlayedServers.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Agencies that answer by files, by a database or by a queue are played by servers which only vahid-demo.jar has:"
                                + " run the same command with it"));
    }

    /**
     * Starts an agency's database.
     *
     * @param contract SQL that makes the view, and perhaps the role
     * @param rows of the view, by citizen
     * @param bad rows of a citizen that the mapping must refuse; perhaps none
     * @param port 0 for any
     * @throws IllegalStateException when the view cannot be played from them
     */
    PlayedService view(
            Connector connector,
            PlayedKey key,
            String contract,
            String query,
            Map<String, List<JsonNode>> rows,
            Map<String, List<JsonNode>> bad,
            int port)
            throws IOException;

    /**
     * Starts an agency's broker.
     *
     * @param port 0 for any
     * @param faults share of the answers, from 0 to 1, that have each
     */
    PlayedService queue(Connector connector, PlayedAgency agency, int port, Map<PlayedFault, Double> faults)
            throws Exception;

    /**
     * Starts an agency's file server.
     *
     * @param root what its one user sees
     * @param keys where its own key is kept, and told to gateways in {@code sftp_known_hosts}
     * @param port 0 for any
     */
    PlayedFiles files(Path root, Path keys, int port) throws IOException;

    /** Starts a gateway's database. */
    ScratchDatabase database() throws IOException;
}
