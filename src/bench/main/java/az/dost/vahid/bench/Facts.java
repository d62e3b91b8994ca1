package az.dost.vahid.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Half of the agencies' facts against all of them. */
record Facts(Peer gateway) implements Measurement {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LoadKind ALL = new LoadKind("16 callers, all facts and half of them", 0, 16, 0);

    @Override
    public List<Target> measure(Stage stage, Meter meter) throws IOException {
        List<String> half = halfOf(Parts.catalogue().connectors().stream()
                .flatMap(connector -> connector.facts().stream())
                .distinct()
                .sorted()
                .toList());
        Peer all = gateway.asked("all-facts", gateway.ask());
        Peer some = gateway.asked("half-the-facts", Ask.lookup(questions(stage.questions(), half)));
        meter.measure(List.of(all, some), ALL);
        return List.of(Target.most(
                "CPU a lookup, all facts / half of them",
                new Figures(meter.samples()).ratio(all.name(), some.name(), ALL, Sample::cpuMs),
                2));
    }

    private static List<String> halfOf(List<String> facts) {
        List<String> half = new ArrayList<>();
        for (int i = 0; i < facts.size(); i += 2) {
            half.add(facts.get(i));
        }
        return half;
    }

    private static List<String> questions(List<String> questions, List<String> facts) throws IOException {
        List<String> asked = new ArrayList<>();
        for (String question : questions) {
            ObjectNode json = (ObjectNode) JSON.readTree(question);
            facts.forEach(json.putArray("facts")::add);
            asked.add(json.toString());
        }
        return asked;
    }
}
