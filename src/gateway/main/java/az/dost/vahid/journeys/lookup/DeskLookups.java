package az.dost.vahid.journeys.lookup;

import az.dost.vahid.proof.record.ActRecord;
import java.util.List;

/** Where lookups of officials who have roles are remembered for their own desks. */
public interface DeskLookups {
    /** To be made in the transaction of the dossier. */
    ActRecord.Change keep(DeskLookup lookup);

    /** Each of them, in one transaction. */
    static DeskLookups all(List<DeskLookups> each) {
        return lookup -> {
            List<ActRecord.Change> changes =
                    each.stream().map(one -> one.keep(lookup)).toList();
            return connection -> {
                boolean made = false;
                for (ActRecord.Change change : changes) {
                    made |= change.make(connection);
                }
                return made;
            };
        };
    }
}
