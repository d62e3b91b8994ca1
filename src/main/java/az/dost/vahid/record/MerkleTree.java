package az.dost.vahid.record;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Merkle tree hashes (RFC 9162, section 2.1.1). */
final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private final Digests digests;

    MerkleTree(Digests digests) {
        this.digests = digests;
    }

    /** @param leaves at least one */
    byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return hash(LEAF, leaves.get(0), new byte[0]);
        }
        // The largest power of two that is less than the number of leaves.
        int left = Integer.highestOneBit(leaves.size() - 1);
        return hash(NODE, root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    private byte[] hash(byte prefix, byte[] first, byte[] second) {
        ByteArrayOutputStream input = new ByteArrayOutputStream(1 + first.length + second.length);
        input.write(prefix);
        input.writeBytes(first);
        input.writeBytes(second);
        return digests.of(input.toByteArray());
    }
}
