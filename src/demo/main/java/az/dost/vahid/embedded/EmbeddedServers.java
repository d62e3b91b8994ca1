package az.dost.vahid.embedded;

import az.dost.vahid.check.rehearse.PlayedAgency;
import az.dost.vahid.check.rehearse.PlayedFault;
import az.dost.vahid.check.rehearse.PlayedFiles;
import az.dost.vahid.check.rehearse.PlayedServers;
import az.dost.vahid.check.rehearse.PlayedService;
import az.dost.vahid.check.rehearse.ScratchDatabase;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.signature.rehearsal.PlayedKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The demonstration's servers, for the kit; found by {@code META-INF/services}. */
public final class EmbeddedServers implements PlayedServers {
    @Override
    public PlayedService view(
            Connector connector,
            PlayedKey key,
            String contract,
            String query,
            Map<String, List<JsonNode>> rows,
            Map<String, List<JsonNode>> bad,
            int port)
            throws IOException {
        return new PlayedView(connector, key, contract, query, rows, bad, port);
    }

    @Override
    public PlayedService queue(Connector connector, PlayedAgency agency, int port, Map<PlayedFault, Double> faults)
            throws Exception {
        return new PlayedQueue(connector, agency, port, faults);
    }

    @Override
    public PlayedFiles files(Path root, Path keys, int port) throws IOException {
        return new PlayedSftp(root, keys, port);
    }

    @Override
    public ScratchDatabase database() throws IOException {
        return new ThrowawayDatabase();
    }
}
