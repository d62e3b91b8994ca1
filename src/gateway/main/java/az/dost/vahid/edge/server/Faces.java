package az.dost.vahid.edge.server;

import az.dost.vahid.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All faces, by the segments of their paths. */
final class Faces {
    static final String GET = "GET";
    private static final String HEAD = "HEAD";
    private static final String REST = "**";
    private static final char SLASH = '/';
    private final List<Face> all;
    private final Node root = new Node();

    private static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private final Map<String, Face> methods = new HashMap<>();
        /** Of a segment that may be anything plain, null where there is none. */
        private Node any;
        /** Whether whatever comes below is of this address. */
        private boolean rest;

        private Node child(String segment) {
            if (segment.startsWith("{")) {
                any = any == null ? new Node() : any;
                return any;
            }
            return children.computeIfAbsent(segment, name -> new Node());
        }

        private Node find(String segment) {
            return segment.isEmpty() ? children.get(segment) : children.getOrDefault(segment, any);
        }
    }

    Faces(List<Face> all) {
        this.all = List.copyOf(all);
        for (Face face : all) {
            Node node = root;
            for (String segment : face.path().substring(1).split("/", -1)) {
                if (segment.equals(REST)) {
                    node.rest = true;
                } else {
                    node = node.child(segment);
                }
            }
            for (String method : face.methods()) {
                if (node.methods.put(method, face) != null) {
                    throw new IllegalStateException(method + " " + face.path() + " is there twice");
                }
            }
        }
    }

    /** Those of {@code faces.yaml}; a module above the gateway has one of its own beside its routes. */
    static Faces read() {
        List<Face> faces = new ArrayList<>();
        try {
            for (URL file : Collections.list(Faces.class.getClassLoader().getResources("faces.yaml"))) {
                try (InputStream in = file.openStream()) {
                    faces.addAll(List.of(Json.yaml().readValue(in, Face[].class)));
                }
            }
            return new Faces(faces);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Face> all() {
        return all;
    }

    /** What an address takes, by method; empty when there is no such address. */
    Map<String, Face> at(String path) {
        if (path.isEmpty() || path.charAt(0) != SLASH) {
            return Map.of();
        }
        Node node = root;
        for (int begin = 1; node != null && begin <= path.length(); ) {
            if (node.rest) {
                return node.methods;
            }
            int end = path.indexOf(SLASH, begin);
            String segment = path.substring(begin, end < 0 ? path.length() : end);
            node = node.find(segment);
            begin = end < 0 ? path.length() + 1 : end + 1;
        }
        return node == null || node.rest ? Map.of() : node.methods;
    }

    /**
     * Whose request it is: HEAD is answered as GET is, without the body (RFC 9110, section 9.3.2).
     *
     * @return null when the address has no such method
     */
    static Face of(Map<String, Face> methods, String method) {
        Face face = methods.get(method);
        Face got = face == null && method.equals(HEAD) ? methods.get(GET) : face;
        return got == null || got == face || !got.getOnly() ? got : null;
    }

    /** The methods of an address for a header Allow. */
    static String allowed(Map<String, Face> methods) {
        Set<String> allowed = new TreeSet<>(methods.keySet());
        if (of(methods, HEAD) != null) {
            allowed.add(HEAD);
        }
        return String.join(", ", allowed);
    }
}
