package az.dost.vahid.drop.row;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Batches from one thread to another, bounded by their characters: a batch is begun only while those not yet dealt with
 * are below the bound. It is not bounded by their number, for a row may be a thousand times as long as another.
 */
final class RowQueue {
    private final long maxCharacters;
    private final Deque<RowBatch> batches = new ArrayDeque<>();
    private long characters;
    private long taken;
    private boolean closed;

    RowQueue(long maxCharacters) {
        this.maxCharacters = maxCharacters;
    }

    /** Waits until a batch may be begun; false when nobody wants one any more. */
    synchronized boolean awaitRoom() throws InterruptedException {
        while (!closed && characters >= maxCharacters) {
            wait();
        }
        return !closed;
    }

    synchronized void put(RowBatch batch) {
        characters += batch.characters();
        batches.add(batch);
        notifyAll();
    }

    /**
     * Waits for the next batch; the one before has been dealt with.
     *
     * @throws InterruptedException also where one is there already: who is told to stop goes no further
     */
    synchronized RowBatch take() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        characters -= taken;
        taken = 0;
        notifyAll();
        while (batches.isEmpty()) {
            wait();
        }
        RowBatch batch = batches.remove();
        taken = batch.characters();
        return batch;
    }

    synchronized void close() {
        closed = true;
        batches.clear();
        notifyAll();
    }
}
