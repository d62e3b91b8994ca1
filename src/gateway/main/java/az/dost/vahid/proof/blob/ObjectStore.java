package az.dost.vahid.proof.blob;

import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.PinnedTls;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.paginators.ListObjectsV2Iterable;

/**
 * A folder of an object store, by the SDK's client; all methods throw {@link SdkException}. What the client may do
 * comes from the gateway's settings alone, not from files or variables of AWS.
 */
public final class ObjectStore {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectStore.class);
    private final S3Client client;
    private final ObjectAddress address;

    /** @param changed UTC, by the store's clock */
    record Entry(String name, Instant changed) {}

    private ObjectStore(S3Client client, ObjectAddress address) {
        this.client = client;
        this.address = address;
    }

    /**
     * The store that a setting of the gateway's own names.
     *
     * @param owner what it is for: its secret is {@code vahid.secrets.<owner>.s3}
     * @param setting that has the address
     * @throws StartException when the address is none, or the secret is missing
     */
    public static ObjectStore of(String owner, String setting, Environment settings) {
        ObjectAddress address = ObjectAddress.read(
                        settings.getProperty(setting, "").strip())
                .filter(each -> each.keyId() != null)
                .orElseThrow(() -> new StartException(
                        "Set " + setting + " to s3://access-key@host[:port]/bucket[/folder][?region=name]"));
        String secret = settings.getProperty("vahid.secrets." + owner + ".s3", "");
        if (secret.isBlank()) {
            throw new StartException(
                    "Set vahid.secrets." + owner + ".s3 to the secret of the access key in " + setting);
        }
        return of(owner, address, address.keyId(), secret, Path.of(settings.getProperty("vahid.keys", "data/keys")));
    }

    /** Whether a setting names an object store, rather than a folder. */
    public static boolean named(String place) {
        return place.startsWith("s3:") || place.startsWith("s3+http:");
    }

    /**
     * Connects when it is first used. The server is known by {@code <vahid.keys>/s3/<owner>.pem}, whoever issued it;
     * where there is no such file, by an issuer that the JVM trusts, with its name in the certificate.
     *
     * @param owner an agency, or what the gateway itself uses it for
     */
    public static ObjectStore of(String owner, ObjectAddress address, String keyId, String secret, Path keys) {
        UrlConnectionHttpClient.Builder http = UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(10))
                .socketTimeout(Duration.ofSeconds(30))
                .proxyConfiguration(proxy -> proxy.useEnvironmentVariablesValues(false));
        if (Files.exists(keys.resolve("s3").resolve(owner + ".pem"))) {
            PinnedTls pinned =
                    new PinnedTls(new PinnedCertificates(keys.resolve("s3"), new CryptoProvider(false)).of(owner));
            http.tlsTrustManagersProvider(() -> new TrustManager[] {pinned});
        } else if (!address.plain()) {
            LOG.info(
                    "The object store of {} is known by an issuer that the JVM trusts: no certificate of it is pinned",
                    owner);
        }
        return new ObjectStore(
                S3Client.builder()
                        .httpClientBuilder(http)
                        .endpointOverride(address.server())
                        .region(Region.of(address.region()))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId, secret)))
                        .overrideConfiguration(all ->
                                all.defaultProfileFile(ProfileFile.aggregator().build()))
                        // The bucket in the path, bodies as they are, and checksums only where S3 asks for them: stores
                        // other than AWS's know no more.
                        .forcePathStyle(true)
                        .disableS3ExpressSessionAuth(true)
                        .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .build(),
                address);
    }

    /** Names in the folder, without it; asked for page by page. */
    public Stream<String> names() {
        return list("").map(Entry::name);
    }

    /** What lies in a folder below, and in none below that. @param below empty, or with a slash at its end */
    Stream<Entry> list(String below) {
        String prefix = address.folder() + below;
        return pages(prefix).contents().stream()
                .filter(object -> object.key().startsWith(prefix))
                .map(object -> new Entry(object.key().substring(prefix.length()), object.lastModified()));
    }

    /** Names of the folders in one, without slashes. @param below empty, or with a slash at its end */
    Stream<String> folders(String below) {
        String prefix = address.folder() + below;
        return pages(prefix).commonPrefixes().stream()
                .map(CommonPrefix::prefix)
                .filter(folder -> folder.startsWith(prefix) && folder.endsWith("/"))
                .map(folder -> folder.substring(prefix.length(), folder.length() - 1));
    }

    private ListObjectsV2Iterable pages(String prefix) {
        return client.listObjectsV2Paginator(
                list -> list.bucket(address.bucket()).prefix(prefix).delimiter("/"));
    }

    /** The content as it comes, to be closed; it holds a connection until then. */
    public InputStream get(String name) {
        return client.getObject(get -> get.bucket(address.bucket()).key(address.folder() + name));
    }

    /** The same of what may not be there. */
    public Optional<InputStream> find(String name) {
        try {
            return Optional.of(get(name));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    /** Puts a small object where there is none yet: a store that knows the condition refuses the second one. */
    public void put(String name, byte[] content) {
        client.putObject(
                put -> object(put, name, md5().digest(content)).ifNoneMatch("*"), RequestBody.fromBytes(content));
    }

    /** Puts a file, over an object of its name. */
    void put(String name, Path file, byte[] md5) {
        client.putObject(put -> object(put, name, md5), RequestBody.fromFile(file));
    }

    /** With the one checksum that every store compares; a bucket with a lock takes nothing without. */
    private PutObjectRequest.Builder object(PutObjectRequest.Builder put, String name, byte[] md5) {
        return put.bucket(address.bucket())
                .key(address.folder() + name)
                .contentMD5(Base64.getEncoder().encodeToString(md5));
    }

    /** For {@code Content-MD5}: against faults on the way, not against people. */
    static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Also of what is there no more. */
    public void delete(String name) {
        client.deleteObject(delete -> delete.bucket(address.bucket()).key(address.folder() + name));
    }

    /** For operators; without the access key. */
    String place() {
        return address.server() + "/" + address.bucket() + "/" + address.folder();
    }
}
