package az.dost.vahid.proof.record.check;

import az.dost.vahid.proof.record.AuditRow;
import az.dost.vahid.proof.record.Digests;
import az.dost.vahid.proof.record.Entries;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.RowSeals;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Follows the chain, entry by entry: is each what it was, and where it was? */
final class ChainCheck {
    private final Digests digests;
    private final Report report;
    /** Those that a root to come is over. */
    private final Deque<Link> links = new ArrayDeque<>();

    private final long from;
    private final RowSeals seals;
    private AuditRow last;
    private boolean sealed;

    private record Link(long sequence, byte[] link) {}

    /**
     * @param from the first entry's number
     * @param seals null when their key is not at hand
     */
    ChainCheck(Digests digests, Report report, long from, RowSeals seals) {
        this.digests = digests;
        this.report = report;
        this.from = from;
        this.seals = seals;
    }

    /** The next entry, by number; says whether it is what was written. */
    boolean next(AuditRow row) {
        long expected = last == null ? from : last.sequence() + 1;
        boolean whole = Arrays.equals(row.link(), digests.link(row.previous(), row.sequence(), row.bytes()));
        if (row.sequence() > expected) {
            report.wrong(
                    row.sequence() == expected + 1
                            ? "Entry " + expected + " is missing."
                            : "Entries " + expected + " to " + (row.sequence() - 1) + " are missing.");
        } else if (row.sequence() < expected) {
            report.wrong("There is more than one entry " + row.sequence() + ".");
        }
        byte[] before = last != null ? last.link() : from == 1 ? new byte[Digests.LENGTH] : row.previous();
        if (!whole) {
            report.wrong(row.name() + " is not what was written.");
        } else if (seals != null && row.mac() != null && !Entries.sealed(seals, row)) {
            report.wrong(row.name() + " has a seal that does not hold: no gateway wrote it so.");
        } else if (row.mac() == null && sealed(row)) {
            report.wrong(row.name() + " has no seal: no gateway that may run here wrote it, and none believes it.");
        }
        sealed |= row.mac() != null;
        if (!Arrays.equals(row.previous(), before)) {
            report.wrong(
                    last == null
                            ? "Entry " + row.sequence() + " is not the first that was written."
                            : "Between entry " + last.sequence() + " and entry " + row.sequence()
                                    + " the chain is broken: one of them was changed, or entries were removed, moved or put in.");
        }
        last = row;
        links.add(new Link(row.sequence(), row.link()));
        return whole;
    }

    /** Whether gateways sealed their entries already. Without the key an entry before it tells. */
    private boolean sealed(AuditRow row) {
        return seals == null ? sealed : !RecordId.time(row.id()).isBefore(seals.since());
    }

    /** The last entry's number; 0 when there was none. */
    long end() {
        return last == null ? 0 : last.sequence();
    }

    boolean covers(long number) {
        return number >= from;
    }

    byte[] link() {
        return last == null ? new byte[Digests.LENGTH] : last.link();
    }

    /** The links of entries that were not forgotten. */
    List<byte[]> links(long first, long lastNumber) {
        return links.stream()
                .filter(link -> link.sequence() >= first && link.sequence() <= lastNumber)
                .map(Link::link)
                .toList();
    }

    /** Nobody asks for links before a number any more. */
    void forget(long before) {
        while (!links.isEmpty() && links.peek().sequence() < before) {
            links.remove();
        }
    }
}
