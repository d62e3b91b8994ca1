package az.dost.vahid.sources.ingest;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A gateway in a process of its own, to be killed: database address, then the folders data, keys and drops. */
public final class EnduranceGateway {
    public static void main(String[] args) throws Exception {
        Map<String, Object> endpoints = new HashMap<>();
        DropBench.KEYS
                .keySet()
                .forEach(agency -> endpoints.put(
                        "vahid.endpoints." + agency, "file:" + Path.of(args[3]).resolve(agency)));
        try (TestGateway gateway = new TestGateway(args[0], Path.of(args[1]), Path.of(args[2]), endpoints)) {
            // Ends with the parent, at the latest.
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }

    private EnduranceGateway() {}
}
