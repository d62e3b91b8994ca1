package az.dost.vahid.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.Connector.Protocol;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each kind of agency that is called, by its example in the test tree: one conduct, one row of the lookup, whatever the
 * protocol.
 */
class KindsTest {
    /** What a protocol has no way to do. */
    private static final Map<Protocol, Set<Conduct>> CANNOT = Map.of(Protocol.JMS, Set.of(Conduct.FAILS));

    private static final Map<Protocol, Peer> PEERS = new EnumMap<>(Protocol.class);

    @TempDir
    private static Path keys;

    static List<Arguments> conducts() throws IOException {
        List<Arguments> conducts = new ArrayList<>();
        for (Path folder : Example.folders()) {
            Protocol protocol = new Example(folder, keys).connector().protocol();
            for (Conduct conduct : protocol == Protocol.FILE ? new Conduct[0] : Conduct.values()) {
                if (!CANNOT.getOrDefault(protocol, Set.of()).contains(conduct)) {
                    conducts.add(Arguments.of(folder.getFileName().toString(), conduct));
                }
            }
        }
        return conducts;
    }

    @ParameterizedTest
    @MethodSource("conducts")
    void an_agency_gets_the_verdict_for_its_conduct(String id, Conduct conduct) throws Exception {
        Example example = new Example(Example.ALL.resolve(id), keys);
        SourceAnswer answer = example.ask(peer(example).behave(conduct));
        assertThat(answer.reason()).isIn(conduct.reasons);
        assertThat(answer.elapsedMs()).isLessThan(example.connector().timeoutMs() + 400L);
        JsonNode expected = new ObjectMapper()
                .readTree(
                        example.folder().resolve("samples/found/expected.json").toFile())
                .path("facts");
        if (conduct == Conduct.MUMBLES && !answer.unmappable().isEmpty()) {
            // One field was mumbled: the rest counts.
            assertThat(answer.verdict()).isEqualTo(Verdict.ANSWERED);
            assertThat(new ObjectMapper().readTree(answer.facts().toString())).isNotEqualTo(expected);
            return;
        }
        assertThat(answer.verdict()).as(String.valueOf(answer.reason())).isEqualTo(conduct.verdict);
        if (conduct == Conduct.ANSWERS) {
            assertThat(new ObjectMapper().readTree(answer.facts().toString())).isEqualTo(expected);
            assertThat(answer.evidence())
                    .hasSize(1)
                    .allSatisfy(evidence -> assertThat(evidence.signer()).contains(id));
        } else {
            assertThat(answer.facts()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("conducts")
    void every_protocol_has_its_route_template(String id, Conduct conduct) throws IOException {
        Protocol protocol =
                new Example(Example.ALL.resolve(id), keys).connector().protocol();
        assertThat(Path.of("routes", protocol.template() + ".camel.yaml")).exists();
    }

    private static Peer peer(Example example) throws Exception {
        Protocol protocol = example.connector().protocol();
        if (!PEERS.containsKey(protocol)) {
            PEERS.put(
                    protocol,
                    switch (protocol) {
                        case JDBC -> new DatabasePeer(example);
                        case JMS -> new BrokerPeer(example);
                        case GRAPHQL -> new GraphqlPeer(example);
                        case X_ROAD -> new SecurityServerPeer(example);
                        case REST -> new RegisterPeer(example);
                        default -> throw new IllegalArgumentException("No peer speaks " + protocol);
                    });
        }
        return PEERS.get(protocol);
    }

    @AfterAll
    static void close() throws Exception {
        for (Peer peer : PEERS.values()) {
            peer.close();
        }
    }
}
