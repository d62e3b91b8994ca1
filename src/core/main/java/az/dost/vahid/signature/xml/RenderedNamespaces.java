package az.dost.vahid.signature.xml;

import java.util.Arrays;

/**
 * Which namespaces the elements around have been written with; exclusive canonicalisation writes each once, where it is
 * first used.
 */
final class RenderedNamespaces {
    private static final int MAX_DEPTH = 200;
    private String[] prefixes = new String[16];
    private String[] uris = new String[16];
    private final int[] outer = new int[MAX_DEPTH];
    private int size;
    private int depth;

    void open() {
        outer[depth++] = size;
    }

    void close() {
        size = outer[--depth];
    }

    /** Notes that the innermost element uses a namespace; "" stands for no prefix, and for no namespace. */
    void use(String prefix, String uri) {
        int i = size - 1;
        while (i >= 0 && !prefixes[i].equals(prefix)) {
            i--;
        }
        if (i >= 0 ? !uris[i].equals(uri) : !(prefix.isEmpty() && uri.isEmpty())) {
            add(prefix, uri);
        }
    }

    /** In the order of prefixes, in which they are written. */
    private void add(String prefix, String uri) {
        if (size == prefixes.length) {
            prefixes = Arrays.copyOf(prefixes, size * 2);
            uris = Arrays.copyOf(uris, size * 2);
        }
        int at = size++;
        for (; at > first() && prefixes[at - 1].compareTo(prefix) > 0; at--) {
            prefixes[at] = prefixes[at - 1];
            uris[at] = uris[at - 1];
        }
        prefixes[at] = prefix;
        uris[at] = uri;
    }

    /** Of those of the innermost element. */
    int first() {
        return outer[depth - 1];
    }

    int end() {
        return size;
    }

    String prefix(int i) {
        return prefixes[i];
    }

    String uri(int i) {
        return uris[i];
    }
}
