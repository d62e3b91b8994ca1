package az.dost.vahid.lookup;

import az.dost.vahid.record.ActRecord;

/** Where lookups of officials who have roles are remembered for their own desks. */
public interface DeskLookups {
    /** To be made in the transaction of the dossier. */
    ActRecord.Change keep(DeskLookup lookup);
}
