package az.dost.vahid.journeys.admission;

import az.dost.vahid.proof.record.ActRecord;
import java.sql.Savepoint;

/** Changes that are made all, or none: those of others go on in the same transaction. */
final class Together {
    static ActRecord.Change of(ActRecord.Change... changes) {
        return connection -> {
            Savepoint before = connection.setSavepoint();
            for (ActRecord.Change change : changes) {
                if (!change.make(connection)) {
                    connection.rollback(before);
                    return false;
                }
            }
            connection.releaseSavepoint(before);
            return true;
        };
    }

    private Together() {}
}
