package az.dost.vahid.ingest.source;

import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.PinnedTls;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The folder of an agency in its object store, by the SDK's client; all methods throw {@link SdkException}. What the client may
 * do comes from the gateway's settings alone, not from files or variables of AWS.
 */
public final class ObjectStore {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectStore.class);
    private final S3Client client;
    private final ObjectAddress address;

    private ObjectStore(S3Client client, ObjectAddress address) {
        this.client = client;
        this.address = address;
    }

    /**
     * Connects when it is first used. The server is known by {@code <vahid.keys>/s3/<agency>.pem}, whoever issued it; where
     * there is no such file, by an issuer that the JVM trusts, with its name in the certificate.
     */
    public static ObjectStore of(String agency, ObjectAddress address, String keyId, String secret, Path keys) {
        UrlConnectionHttpClient.Builder http = UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(10)).socketTimeout(Duration.ofSeconds(30))
                .proxyConfiguration(proxy -> proxy.useEnvironmentVariablesValues(false));
        if (Files.exists(keys.resolve("s3").resolve(agency + ".pem"))) {
            PinnedTls pinned = new PinnedTls(new PinnedCertificates(keys.resolve("s3"), new CryptoProvider(false)).of(agency));
            http.tlsTrustManagersProvider(() -> new TrustManager[] {pinned});
        } else if (!address.plain()) {
            LOG.info("The object store of {} is known by an issuer that the JVM trusts: no certificate of it is pinned", agency);
        }
        return new ObjectStore(S3Client.builder().httpClientBuilder(http).endpointOverride(address.server()).region(Region.of(address.region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId, secret)))
                .overrideConfiguration(all -> all.defaultProfileFile(ProfileFile.aggregator().build()))
                // The bucket in the path, and checksums only where S3 asks for them: stores other than AWS's know no more.
                .forcePathStyle(true).disableS3ExpressSessionAuth(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build(), address);
    }

    /** Names in the folder, without it; asked for page by page. */
    public Stream<String> names() {
        return client.listObjectsV2Paginator(list -> list.bucket(address.bucket()).prefix(address.folder()).delimiter("/")).contents().stream()
                .map(S3Object::key).filter(key -> key.startsWith(address.folder())).map(key -> key.substring(address.folder().length()));
    }

    /** The content as it comes, to be closed; it holds a connection until then. */
    InputStream get(String name) {
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
        client.putObject(put -> put.bucket(address.bucket()).key(address.folder() + name).ifNoneMatch("*"), RequestBody.fromBytes(content));
    }

    /** Also of what is there no more. */
    void delete(String name) {
        client.deleteObject(delete -> delete.bucket(address.bucket()).key(address.folder() + name));
    }
}
