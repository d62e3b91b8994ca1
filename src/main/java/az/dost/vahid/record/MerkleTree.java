package az.dost.vahid.record;

import az.dost.vahid.signature.ChangedException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
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

    /** The hashes beside a leaf's way to the root, from the leaf up (section 2.1.3.1). */
    List<byte[]> path(List<byte[]> leaves, int index) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> path = new ArrayList<>(index < left ? path(leaves.subList(0, left), index)
                : path(leaves.subList(left, leaves.size()), index - left));
        path.add(index < left ? root(leaves.subList(left, leaves.size())) : root(leaves.subList(0, left)));
        return path;
    }

    /**
     * The root that a leaf and its path lead to (section 2.1.3.2).
     *
     * @throws ChangedException when they lead to none
     */
    byte[] root(byte[] leaf, int index, int size, List<byte[]> path) {
        if (index < 0 || index >= size) {
            throw new ChangedException("The receipt's entry is not below its root");
        }
        int node = index;
        int last = size - 1;
        byte[] hash = hash(LEAF, leaf, new byte[0]);
        for (byte[] beside : path) {
            if (last == 0) {
                throw new ChangedException("The receipt's path is too long");
            }
            if ((node & 1) == 1 || node == last) {
                hash = hash(NODE, beside, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = hash(NODE, hash, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new ChangedException("The receipt's path is too short");
        }
        return hash;
    }

    private byte[] hash(byte prefix, byte[] first, byte[] second) {
        ByteArrayOutputStream input = new ByteArrayOutputStream(1 + first.length + second.length);
        input.write(prefix);
        input.writeBytes(first);
        input.writeBytes(second);
        return digests.of(input.toByteArray());
    }
}
