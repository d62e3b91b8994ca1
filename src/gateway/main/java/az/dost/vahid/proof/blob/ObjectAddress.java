package az.dost.vahid.proof.blob;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where objects are: {@code s3://[access key@]host[:port]/bucket[/folder][?region=name]}, and {@code s3+http} for a
 * store without TLS.
 *
 * @param server with https or http
 * @param keyId null where the address names none
 * @param folder with which the keys begin: empty, or with a slash at its end
 */
public record ObjectAddress(URI server, String keyId, String bucket, String folder, String region) {
    /** The folder's parts begin with a letter or a digit, so that none of them is {@code ..}. */
    private static final Pattern FORM = Pattern.compile("s3(?<plain>\\+http)?://(?:(?<keyId>[A-Za-z0-9_-]{1,128})@)?"
            + "(?<host>[A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+])(?<port>:\\d{1,5})?/(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])"
            + "(?<folder>(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*)/?(?:\\?region=(?<region>[a-z0-9-]+))?");
    /** What stores that stand alone take. */
    private static final String USUAL_REGION = "us-east-1";

    /** Empty for what is no such address. */
    public static Optional<ObjectAddress> read(String endpoint) {
        Matcher parts = FORM.matcher(endpoint);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String port = parts.group("port") == null ? "" : parts.group("port");
        String folder = parts.group("folder");
        return Optional.of(new ObjectAddress(
                URI.create((parts.group("plain") == null ? "https://" : "http://") + parts.group("host") + port),
                parts.group("keyId"),
                parts.group("bucket"),
                folder.isEmpty() ? "" : folder.substring(1) + "/",
                parts.group("region") == null ? USUAL_REGION : parts.group("region")));
    }

    /** Whether the store has no TLS. */
    public boolean plain() {
        return server.getScheme().equals("http");
    }
}
