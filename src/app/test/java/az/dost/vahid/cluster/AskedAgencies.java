package az.dost.vahid.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** How fast the mock agencies were asked by all gateways together, as they have counted it. */
final class AskedAgencies {
    private static final int WINDOW_S = 10;
    private final RunningCluster cluster;

    AskedAgencies(RunningCluster cluster) {
        this.cluster = cluster;
    }

    /** The most requests in ten seconds in a row, by agency. */
    Map<String, Integer> fastest() throws Exception {
        Map<String, Integer> fastest = new TreeMap<>();
        RunningCluster.JSON
                .readTree(cluster.mocks("/control/asked").toURL())
                .properties()
                .forEach(agency -> fastest.put(agency.getKey(), most(agency.getValue())));
        return fastest;
    }

    /** @param seconds requests by the second since 1970 */
    static int most(JsonNode seconds) {
        TreeMap<Long, Integer> counted = new TreeMap<>();
        seconds.properties()
                .forEach(second -> counted.put(
                        Long.valueOf(second.getKey()), second.getValue().asInt()));
        return counted.keySet().stream()
                .mapToInt(from -> counted.subMap(from, from + WINDOW_S).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .max()
                .orElse(0);
    }
}
