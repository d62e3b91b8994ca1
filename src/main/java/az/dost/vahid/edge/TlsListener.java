package az.dost.vahid.edge;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.springframework.boot.web.embedded.undertow.UndertowBuilderCustomizer;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Sequence;
import org.xnio.SslClientAuthMode;

/**
 * HTTPS beside the plain port: TLS 1.3 and 1.2, only suites with forward secrecy and authenticated encryption. A client is
 * asked for its certificate; without one it must bring a token.
 *
 * @param host  address to listen at
 * @param ciphers names of the suites (JSSE), of both versions
 */
record TlsListener(String host, int port, List<String> protocols, List<String> ciphers, boolean required, Supplier<SSLContext> context)
        implements UndertowBuilderCustomizer {
    @Override
    public void customize(Undertow.Builder builder) {
        OptionMap options = OptionMap.builder().set(Options.SSL_CLIENT_AUTH_MODE, required ? SslClientAuthMode.REQUIRED : SslClientAuthMode.REQUESTED)
                .set(Options.SSL_ENABLED_PROTOCOLS, Sequence.of(protocols)).set(Options.SSL_ENABLED_CIPHER_SUITES, Sequence.of(ciphers))
                .set(UndertowOptions.SSL_USER_CIPHER_SUITES_ORDER, true).getMap();
        builder.addListener(new Undertow.ListenerBuilder().setType(Undertow.ListenerType.HTTPS).setHost(host).setPort(port)
                .setSslContext(context.get()).setOverrideSocketOptions(options));
    }
}
