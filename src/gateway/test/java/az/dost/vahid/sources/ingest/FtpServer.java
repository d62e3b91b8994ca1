package az.dost.vahid.sources.ingest;

import az.dost.vahid.mock.kit.Credential;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.impl.DefaultFtpServer;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.ClearTextPasswordEncryptor;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** An agency's FTP server whose one user's home is a folder. */
final class FtpServer implements AutoCloseable {
    static final String PASSWORD = "p&ss w?rd+";
    private final org.apache.ftpserver.FtpServer server;
    private final ListenerFactory listener = new ListenerFactory();

    /** @param tls its key; null for FTP without TLS */
    FtpServer(Path home, Credential tls) throws Exception {
        listener.setPort(0);
        listener.setServerAddress("127.0.0.1");
        if (tls != null) {
            SslConfigurationFactory ssl = new SslConfigurationFactory();
            ssl.setKeystoreFile(store(home.resolveSibling("ftps.p12"), tls).toFile());
            ssl.setKeystoreType("PKCS12");
            ssl.setKeystorePassword("changeit");
            listener.setSslConfiguration(ssl.createSslConfiguration());
            DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
            data.setSslConfiguration(ssl.createSslConfiguration());
            data.setImplicitSsl(false);
            listener.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        }
        FtpServerFactory factory = new FtpServerFactory();
        PropertiesUserManagerFactory users = new PropertiesUserManagerFactory();
        users.setPasswordEncryptor(new ClearTextPasswordEncryptor());
        factory.setUserManager(users.createUserManager());
        factory.getUserManager().save(user(home));
        factory.addListener("default", listener.createListener());
        server = factory.createServer();
        server.start();
    }

    int port() {
        return running().getListener("default").getPort();
    }

    int logins() {
        return running().getServerContext().getFtpStatistics().getTotalLoginNumber();
    }

    int failedLogins() {
        return running().getServerContext().getFtpStatistics().getTotalFailedLoginNumber();
    }

    private DefaultFtpServer running() {
        return (DefaultFtpServer) server;
    }

    private static BaseUser user(Path home) throws FtpException {
        BaseUser user = new BaseUser();
        user.setName("gateway");
        user.setPassword(PASSWORD);
        user.setHomeDirectory(home.toAbsolutePath().toString());
        user.setAuthorities(List.of(new WritePermission()));
        return user;
    }

    private static Path store(Path file, Credential tls) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", tls.key(), "changeit".toCharArray(), new Certificate[] {tls.certificate()});
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "changeit".toCharArray());
        }
        return file;
    }

    @Override
    public void close() {
        server.stop();
    }
}
