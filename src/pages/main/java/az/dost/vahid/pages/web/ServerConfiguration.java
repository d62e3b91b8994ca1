package az.dost.vahid.pages.web;

import az.dost.vahid.pages.setting.PagesSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.server.Ssl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A server of their own, with few threads: pages wait for the gateway, and never the gateway for pages. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {
    private static final int THREADS = 16;
    private static final int MOST_CONNECTIONS = 512;
    private static final int LEAST_THREADS = 4;
    private static final int IDLE_MS = 30_000;

    @Bean
    JettyServletWebServerFactory pagesServer(PagesSettings settings) throws UnknownHostException {
        JettyServletWebServerFactory factory = new JettyServletWebServerFactory(settings.port());
        factory.setAddress(InetAddress.getByName(settings.host()));
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, LEAST_THREADS, IDLE_MS);
        threads.setName("pages");
        factory.setThreadPool(threads);
        factory.setSelectors(1);
        factory.setAcceptors(0);
        factory.setMaxConnections(MOST_CONNECTIONS);
        factory.addServerCustomizers(ServerConfiguration::quiet);
        factory.addErrorPages(new ErrorPage(FailedRequests.PATH));
        if (!settings.tls().certificate().isBlank()) {
            Ssl ssl = new Ssl();
            ssl.setCertificate(settings.tls().certificate());
            ssl.setCertificatePrivateKey(settings.tls().key());
            ssl.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            factory.setSsl(ssl);
        }
        return factory;
    }

    /** Says nothing of itself. */
    private static void quiet(Server server) {
        for (var connector : server.getConnectors()) {
            HttpConnectionFactory http = connector.getConnectionFactory(HttpConnectionFactory.class);
            if (http != null) {
                HttpConfiguration configuration = http.getHttpConfiguration();
                configuration.setSendServerVersion(false);
                configuration.setSendXPoweredBy(false);
            }
        }
    }
}
