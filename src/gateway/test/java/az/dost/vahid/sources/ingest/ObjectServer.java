package az.dost.vahid.sources.ingest;

import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.signature.key.PinnedTls;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

/** An agency's object store: one bucket over a folder, with the part of S3 that lists, gets and deletes. */
public final class ObjectServer implements AutoCloseable {
    public static final String BUCKET = "agency.drops";
    private static final int PAGE = 3;
    private final Path folder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> lies;
    /** What was asked for, proven or not: {@code GET key}. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    public final AtomicInteger refused = new AtomicInteger();
    public final AtomicInteger laterPages = new AtomicInteger();

    /**
     * @param tls its key; null for HTTP without TLS
     * @param lies keys that are in each listing, whatever was asked for
     */
    public ObjectServer(Path folder, Credential tls, String... lies) throws Exception {
        this.folder = folder;
        this.lies = List.of(lies);
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        if (tls == null) {
            server = HttpServer.create(address, 0);
        } else {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {PinnedTls.client(tls.key(), tls.certificate())}, null, null);
            HttpsServer secured = HttpsServer.create(address, 0);
            secured.setHttpsConfigurator(new HttpsConfigurator(context));
            server = secured;
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            byte[] body = call.getRequestBody().readAllBytes();
            String path = call.getRequestURI().getPath();
            String key = path.length() > BUCKET.length() + 2 ? path.substring(BUCKET.length() + 2) : "";
            asked.add(call.getRequestMethod() + " " + key);
            Path file = folder.resolve(key).normalize();
            if (!RequestSignature.holds(call, body)) {
                refused.incrementAndGet();
                fault(call, 403, "SignatureDoesNotMatch");
            } else if (!path.startsWith("/" + BUCKET) || !file.startsWith(folder)) {
                fault(call, 404, "NoSuchBucket");
            } else if (key.isEmpty()) {
                reply(call, 200, page(query(call)).getBytes(StandardCharsets.UTF_8));
            } else if (call.getRequestMethod().equals("DELETE")) {
                Files.deleteIfExists(file);
                call.sendResponseHeaders(204, -1);
            } else if (Files.isRegularFile(file)) {
                call.sendResponseHeaders(200, Files.size(file));
                Files.copy(file, call.getResponseBody());
            } else {
                fault(call, 404, "NoSuchKey");
            }
        }
    }

    private static Map<String, String> query(HttpExchange call) {
        Map<String, String> query = new TreeMap<>();
        for (String each : call.getRequestURI().getRawQuery().split("&")) {
            String[] parts = each.split("=", 2);
            query.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    /** ListObjectsV2 with a prefix that is a folder, and the slash as delimiter. */
    private String page(Map<String, String> query) throws IOException {
        String prefix = query.get("prefix");
        String after = query.getOrDefault("continuation-token", "");
        laterPages.addAndGet(after.isEmpty() ? 0 : 1);
        List<String> keys;
        try (Stream<Path> files = Files.list(folder.resolve(prefix))) {
            keys = files.filter(Files::isRegularFile)
                    .map(file -> prefix + file.getFileName())
                    .sorted()
                    .filter(key -> key.compareTo(after) > 0)
                    .toList();
        }
        List<String> shown = keys.subList(0, Math.min(PAGE, keys.size()));
        StringBuilder page = new StringBuilder(
                        "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>")
                .append(BUCKET)
                .append("</Name><IsTruncated>")
                .append(shown.size() < keys.size())
                .append("</IsTruncated>");
        boolean encoded = "url".equals(query.get("encoding-type"));
        page.append(encoded ? "<EncodingType>url</EncodingType>" : "");
        Stream.concat(shown.stream(), lies.stream())
                .forEach(key -> page.append("<Contents><Key>")
                        .append(encoded ? URLEncoder.encode(key, StandardCharsets.UTF_8) : key)
                        .append("</Key><Size>1</Size></Contents>"));
        if (shown.size() < keys.size()) {
            page.append("<NextContinuationToken>")
                    .append(shown.get(shown.size() - 1))
                    .append("</NextContinuationToken>");
        }
        return page.append("</ListBucketResult>").toString();
    }

    private static void fault(HttpExchange call, int status, String code) throws IOException {
        reply(
                call,
                status,
                ("<Error><Code>" + code + "</Code><Message>" + code + "</Message></Error>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void reply(HttpExchange call, int status, byte[] body) throws IOException {
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
