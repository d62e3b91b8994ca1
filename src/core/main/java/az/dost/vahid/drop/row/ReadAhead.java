package az.dost.vahid.drop.row;

import az.dost.vahid.drop.DropPostponed;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * Reads, proves and writes rows as JSON in a thread of its own, while those before them are mapped and copied. Rows
 * come in their order, and what ends reading comes after all rows that were read before it, as if one thread did all.
 */
public final class ReadAhead implements RowReader, AutoCloseable {
    /** Between the two threads; a row's tree takes some twenty bytes for each. */
    static final int MAX_CHARACTERS = 1 << 18;

    private static final int BATCH_CHARACTERS = 1 << 14;
    private final RowReader rows;
    private final RowQueue queue = new RowQueue(MAX_CHARACTERS);
    private final Thread thread;
    private Iterator<ReadRow> current = Collections.emptyIterator();
    private ReadRow row;
    private long characters;
    private RowBatch batch = new RowBatch(List.of(), 0, false, null);

    /** @param name of the thread */
    public ReadAhead(RowReader rows, String name) {
        this.rows = rows;
        thread = new Thread(this::read, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try {
            RowJson json = new RowJson();
            boolean more = true;
            while (more && queue.awaitRoom()) {
                RowBatch next = batch(json);
                queue.put(next);
                more = !next.last();
            }
        } catch (InterruptedException | IOException e) {
            queue.put(new RowBatch(List.of(), 0, true, e));
        }
    }

    private RowBatch batch(RowJson json) {
        List<ReadRow> read = new ArrayList<>();
        long from = rows.characters();
        try {
            while (rows.characters() - from < BATCH_CHARACTERS) {
                JsonNode next = rows.next();
                if (next == null) {
                    return new RowBatch(read, rows.characters() - from, true, null);
                }
                read.add(new ReadRow(next, json.bytes(next)));
            }
            return new RowBatch(read, rows.characters() - from, false, null);
        } catch (Throwable e) {
            // Whatever it is, the thread that loads must see it: it would wait for ever.
            return new RowBatch(read, rows.characters() - from, true, e);
        }
    }

    /** @throws DropPostponed when the thread that asks is told to stop */
    @Override
    public JsonNode next() throws IOException {
        while (!current.hasNext()) {
            if (batch.last()) {
                rethrow(batch.fault());
                return null;
            }
            try {
                batch = queue.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DropPostponed("The gateway ends while the file is loaded");
            }
            characters += batch.characters();
            current = batch.rows().iterator();
        }
        row = current.next();
        return row.tree();
    }

    /** The row that came last, as JSON in UTF-8. */
    public byte[] json() {
        return row.json();
    }

    private static void rethrow(Throwable fault) throws IOException {
        if (fault instanceof IOException e) {
            throw e;
        }
        if (fault instanceof RuntimeException e) {
            throw e;
        }
        if (fault instanceof Error e) {
            throw e;
        }
        if (fault != null) {
            throw new IllegalStateException(fault);
        }
    }

    @Override
    public long characters() {
        return characters;
    }

    /** Returns once the thread has ended: what it reads from may be closed then. */
    @Override
    public void close() {
        queue.close();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
