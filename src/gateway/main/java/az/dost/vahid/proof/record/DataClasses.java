package az.dost.vahid.proof.record;

import az.dost.vahid.answer.KeptEvidence;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.proof.record.body.DataClass;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts evidence into data classes by the agency that it came from; what came of an answer that was not used is a class
 * of its own.
 */
final class DataClasses {
    private final SpecialSources special;

    DataClasses(SpecialSources special) {
        this.special = special;
    }

    Map<DataClass, List<KeptEvidence>> sort(List<SourceAnswer> answers) {
        Map<DataClass, List<KeptEvidence>> sorted = new EnumMap<>(DataClass.class);
        for (SourceAnswer answer : answers) {
            DataClass dataClass = of(answer);
            answer.evidence()
                    .forEach(evidence -> sorted.computeIfAbsent(dataClass, c -> new ArrayList<>())
                            .add(new KeptEvidence(answer.agency(), evidence)));
        }
        return sorted;
    }

    private DataClass of(SourceAnswer answer) {
        if (!answer.verdict().spoke()) {
            return DataClass.REFUSED;
        }
        return special.holds(answer.agency()) ? DataClass.SPECIAL : DataClass.EVIDENCE;
    }
}
