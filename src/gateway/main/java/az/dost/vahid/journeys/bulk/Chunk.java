package az.dost.vahid.journeys.bulk;

import az.dost.vahid.proof.claim.Lease;
import java.util.List;
import java.util.UUID;

/**
 * Rows that a worker has taken.
 *
 * @param attempts how often it was taken, this time included
 * @param left its rows of which nothing has come yet
 */
record Chunk(Lease lease, UUID job, int number, int firstLine, int lastLine, int attempts, List<NextRow> left) {
    @Override
    public String toString() {
        return "Chunk " + number + " of " + job;
    }
}
