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
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A server of their own, with few threads: pages wait for the gateway, and never the gateway for pages. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {
    /** They accept and read, and wait for nothing; those that make pages are {@link Workers}. */
    private static final int THREADS = 6;

    private static final int LEAST_THREADS = 2;
    private static final int IDLE_MS = 30_000;
    /** The first of all. */
    private static final int AT_THE_EDGE = -300;

    @Bean
    JettyServletWebServerFactory pagesServer(PagesSettings settings) throws UnknownHostException {
        JettyServletWebServerFactory factory = new JettyServletWebServerFactory(settings.port());
        factory.setAddress(InetAddress.getByName(settings.host()));
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, LEAST_THREADS, IDLE_MS);
        threads.setName("pages-server");
        threads.setReservedThreads(0);
        factory.setThreadPool(threads);
        factory.setSelectors(1);
        factory.setAcceptors(0);
        factory.addServerCustomizers(ServerConfiguration::quiet, Edge::before);
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

    @Bean
    FilterRegistrationBean<RefusedBody> refusedBody() {
        FilterRegistrationBean<RefusedBody> registration = new FilterRegistrationBean<>(new RefusedBody());
        registration.setOrder(AT_THE_EDGE);
        return registration;
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
