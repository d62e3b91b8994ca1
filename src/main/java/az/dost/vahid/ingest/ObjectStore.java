package az.dost.vahid.ingest;

import az.dost.vahid.signature.CryptoProvider;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.PinnedTls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Clients of object stores; what they may do comes from the gateway's settings alone, not from files or variables of AWS. */
final class ObjectStore {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectStore.class);

    /**
     * Connects when it is first used. The server is known by {@code <vahid.keys>/s3/<agency>.pem}, whoever issued it; where
     * there is no such file, by an issuer that the JVM trusts, with its name in the certificate.
     */
    static S3Client client(String agency, ObjectAddress address, String keyId, String secret, Path keys) {
        UrlConnectionHttpClient.Builder http = UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(10)).socketTimeout(Duration.ofSeconds(30))
                .proxyConfiguration(proxy -> proxy.useEnvironmentVariablesValues(false));
        if (Files.exists(keys.resolve("s3").resolve(agency + ".pem"))) {
            PinnedTls pinned = new PinnedTls(new PinnedCertificates(keys.resolve("s3"), new CryptoProvider(false)).of(agency));
            http.tlsTrustManagersProvider(() -> new TrustManager[] {pinned});
        } else if (!address.plain()) {
            LOG.info("The object store of {} is known by an issuer that the JVM trusts: no certificate of it is pinned", agency);
        }
        return S3Client.builder().httpClientBuilder(http).endpointOverride(address.server()).region(Region.of(address.region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId, secret)))
                .overrideConfiguration(all -> all.defaultProfileFile(ProfileFile.aggregator().build()))
                // The bucket in the path, and checksums only where S3 asks for them: stores other than AWS's know no more.
                .forcePathStyle(true).disableS3ExpressSessionAuth(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
    }

    private ObjectStore() { }
}
