package az.dost.vahid.signature;

import az.dost.vahid.signature.key.ChangedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Merkle tree hashes (RFC 9162, section 2.1) with SHA-256. A node is the hash of a leaf, or of what is below it. */
public final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private final UnaryOperator<byte[]> sha256;

    public MerkleTree(UnaryOperator<byte[]> sha256) {
        this.sha256 = sha256;
    }

    /**
     * The root over leaves (section 2.1.1).
     *
     * @param leaves their data, at least one
     */
    public byte[] root(List<byte[]> leaves) {
        return top(nodes(leaves));
    }

    /** The hashes beside a leaf's way to the root, from the leaf up (section 2.1.3.1). */
    public List<byte[]> path(List<byte[]> leaves, int index) {
        return way(nodes(leaves), index);
    }

    private List<byte[]> nodes(List<byte[]> leaves) {
        return leaves.stream().map(this::leaf).toList();
    }

    /** The hash of a leaf's data. */
    public byte[] leaf(byte[]... data) {
        return hash(LEAF, data);
    }

    /**
     * What is above nodes, in their order. Of nodes that are themselves above a power of two of leaves each, the last
     * one of as many or fewer, it is the root over all these leaves.
     *
     * @param nodes at least one
     */
    public byte[] top(List<byte[]> nodes) {
        if (nodes.size() == 1) {
            return nodes.get(0);
        }
        int left = left(nodes.size());
        return hash(NODE, top(nodes.subList(0, left)), top(nodes.subList(left, nodes.size())));
    }

    /** The hashes beside a node's way to the top, from the node up. */
    public List<byte[]> way(List<byte[]> nodes, int index) {
        if (nodes.size() == 1) {
            return List.of();
        }
        int left = left(nodes.size());
        List<byte[]> before = nodes.subList(0, left);
        List<byte[]> after = nodes.subList(left, nodes.size());
        List<byte[]> way = new ArrayList<>(index < left ? way(before, index) : way(after, index - left));
        way.add(top(index < left ? after : before));
        return way;
    }

    /** The largest power of two that is less than the number of nodes. */
    private static int left(int nodes) {
        return Integer.highestOneBit(nodes - 1);
    }

    /**
     * The root that a leaf and its path lead to (section 2.1.3.2).
     *
     * @param leaf hash of its data
     * @throws ChangedException when they lead to none
     */
    public byte[] root(byte[] leaf, long index, long size, List<byte[]> path) {
        if (index < 0 || index >= size) {
            throw new ChangedException("It has no place below its root");
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] beside : path) {
            if (last == 0) {
                throw new ChangedException("Its path to the root is too long");
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
            throw new ChangedException("Its path to the root is too short");
        }
        return hash;
    }

    private byte[] hash(byte prefix, byte[]... parts) {
        int length = 1;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] input = new byte[length];
        input[0] = prefix;
        int at = 1;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, input, at, part.length);
            at += part.length;
        }
        return sha256.apply(input);
    }
}
