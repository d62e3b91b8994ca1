package az.dost.vahid.pages.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.DigestUtils;

/**
 * Styles, scripts, pictures and a typeface, read and packed once. An address has the digest of all of them in it, so
 * that browsers may keep what it leads to for ever.
 */
final class Assets {
    private static final String OWN = "pages/assets/";
    private static final Pattern TYPEFACE = Pattern.compile("@font-face\\{[^}]*}");
    private static final Pattern CREST = Pattern.compile("[^{}]*\\{[^{}]*url\\([^)]*\\)[^{}]*}");
    /** Our own, and until it is there the first of those that a machine has; each has the letters of Azerbaijani. */
    private static final String LETTERS =
            "font-family:Inter,system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"DejaVu Sans\",Arial,sans-serif";

    private final Map<String, Asset> files = new LinkedHashMap<>();
    private final String version;

    /** @param packed the same by gzip */
    record Asset(String type, byte[] bytes, byte[] packed) {}

    Assets() {
        add(
                "vahid.css",
                "text/css; charset=utf-8",
                styleSheet(webjar("govuk-frontend", "dist/govuk/govuk-frontend.min.css"), own("vahid.css")));
        add("vahid.js", "text/javascript; charset=utf-8", own("vahid.js"));
        add("htmx.js", "text/javascript; charset=utf-8", webjar("htmx.org", "dist/htmx.min.js"));
        add("icon.svg", "image/svg+xml; charset=utf-8", own("icon.svg"));
        add("inter-400.woff", "font/woff", bytes(OWN + "inter-400.woff"));
        add("inter-700.woff", "font/woff", bytes(OWN + "inter-700.woff"));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        files.values().forEach(asset -> all.writeBytes(asset.bytes()));
        version = DigestUtils.md5DigestAsHex(all.toByteArray()).substring(0, 12);
    }

    String address(String file) {
        if (!files.containsKey(file)) {
            throw new IllegalArgumentException("There is no asset " + file);
        }
        return "/assets/" + version + '/' + file;
    }

    Optional<Asset> find(String of, String file) {
        return of.equals(version) ? Optional.ofNullable(files.get(file)) : Optional.empty();
    }

    private void add(String name, String type, String text) {
        add(name, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(String name, String type, byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.put(name, new Asset(type, bytes, packed.toByteArray()));
    }

    private static String own(String file) {
        return text(OWN + file);
    }

    /** A file of a package of npm, of the version that its jar says it has. */
    private static String webjar(String artifact, String file) {
        Properties about = new Properties();
        try (InputStream in = new ClassPathResource("META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties")
                .getInputStream()) {
            about.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The jar of " + artifact + " is not there", e);
        }
        return text("META-INF/resources/webjars/" + artifact + '/' + about.getProperty("version") + '/' + file);
    }

    private static String text(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = new ClassPathResource(resource).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    /**
     * The design system with our own letters: its typeface and its crest may be used on its own government's sites
     * only.
     */
    private static String styleSheet(String system, String own) {
        String letters =
                TYPEFACE.matcher(system).replaceAll("").replace("font-family:GDS Transport,arial,sans-serif", LETTERS);
        return CREST.matcher(letters).replaceAll("") + "\n" + own;
    }
}
