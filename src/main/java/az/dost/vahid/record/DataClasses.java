package az.dost.vahid.record;

import az.dost.vahid.agency.SourceAnswer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sorts evidence into data classes by the agency that it came from: a rejected answer has no facts to go by. */
final class DataClasses {
    private final Set<String> specialAgencies;

    /** @param specialAgencies ids of the agencies that hold a fact of a special category */
    DataClasses(Set<String> specialAgencies) {
        this.specialAgencies = Set.copyOf(specialAgencies);
    }

    Map<DataClass, List<KeptEvidence>> sort(List<SourceAnswer> answers) {
        Map<DataClass, List<KeptEvidence>> sorted = new EnumMap<>(DataClass.class);
        for (SourceAnswer answer : answers) {
            DataClass dataClass = specialAgencies.contains(answer.agency()) ? DataClass.SPECIAL : DataClass.EVIDENCE;
            answer.evidence().forEach(evidence -> sorted.computeIfAbsent(dataClass, c -> new ArrayList<>())
                    .add(new KeptEvidence(answer.agency(), evidence)));
        }
        return sorted;
    }
}
